package com.lifeverse.local.identity.sites;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Glob;
import com.lifeverse.local.kernel.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code AWS::CloudFront::Distribution} in front of buckets. {@code Ref} is its id. It reads a bucket as CloudFront does,
 * in its own name, so the bucket's policy must let it.
 */
public final class DistributionType implements ResourceType {
    private static final int NAME_LENGTH = 13;
    private static final Pattern BUCKET_HOST = Pattern.compile("(.+)\\.s3(\\.[a-z0-9-]+)?\\.amazonaws\\.com");

    private final Buckets buckets;
    private final Callers callers;
    private final Sites sites;

    public DistributionType(Buckets buckets, Callers callers, Sites sites) {
        this.buckets = buckets;
        this.callers = callers;
        this.sites = sites;
    }

    @Override
    public String name() {
        return "AWS::CloudFront::Distribution";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, Set.of("DistributionConfig"), Set.of("Tags"));
        var seed = "distribution " + declaration.generatedName();
        var id = "E" + StableName.of(seed, NAME_LENGTH).toUpperCase(Locale.ROOT);
        var host = "d" + StableName.of(seed, NAME_LENGTH) + ".cloudfront.net";
        var caller = callers.service("cloudfront.amazonaws.com", Cloud.globalArn("cloudfront", "distribution/" + id));
        var config = properties.node("DistributionConfig");
        var site = new BucketSite(
                buckets,
                caller,
                origins(properties, config),
                config.path("DefaultRootObject").asText());
        sites.register(host, site);
        config.path("Aliases").forEach(alias -> sites.register(alias.asText(), site));
        return new Provisioned(id, Map.of("Id", id, "DomainName", host));
    }

    // Longer patterns are not preferred by CloudFront: the first of the list that fits wins, then the default.
    private static List<BucketSite.Behaviour> origins(DeclaredProperties properties, JsonNode config) {
        var origins = new HashMap<String, BucketSite.Origin>();
        config.path("Origins").forEach(origin -> origins.put(origin.path("Id").asText(), origin(properties, origin)));
        var behaviours = new ArrayList<BucketSite.Behaviour>();
        config.path("CacheBehaviors")
                .forEach(behaviour -> behaviours.add(behaviour(
                        properties, origins, behaviour.path("PathPattern").asText(), behaviour)));
        behaviours.add(behaviour(properties, origins, "*", config.path("DefaultCacheBehavior")));
        return behaviours;
    }

    private static BucketSite.Behaviour behaviour(
            DeclaredProperties properties, Map<String, BucketSite.Origin> origins, String pattern, JsonNode behaviour) {
        var target = behaviour.path("TargetOriginId").asText();
        var origin = origins.get(target);
        if (origin == null) {
            throw properties.refusal("TargetOriginId", "no origin has the id '" + target + "'");
        }
        return new BucketSite.Behaviour(new Glob(pattern.startsWith("/") ? pattern.substring(1) : pattern), origin);
    }

    private static BucketSite.Origin origin(DeclaredProperties properties, JsonNode origin) {
        var host = origin.path("DomainName").asText();
        var bucket = BUCKET_HOST.matcher(host);
        if (!bucket.matches()) {
            throw properties.refusal("Origins", host + " is no bucket");
        }
        return new BucketSite.Origin(bucket.group(1), origin.path("OriginPath").asText());
    }
}
