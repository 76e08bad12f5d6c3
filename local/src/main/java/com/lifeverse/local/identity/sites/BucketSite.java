package com.lifeverse.local.identity.sites;

import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Glob;
import com.lifeverse.local.kernel.Sites;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The objects of buckets as a static site.
 *
 * @param caller in whose name the buckets are read
 * @param behaviours the first that fits a path says where it is read from; the last fits all
 * @param rootObject what {@code /} shows; empty if nothing
 */
record BucketSite(Buckets buckets, Caller caller, List<Behaviour> behaviours, String rootObject) implements Sites.Site {
    /** Where a bucket's documents begin. */
    record Origin(String bucket, String path) {}

    /** What paths of that pattern (without the leading slash) are read from. */
    record Behaviour(Glob pattern, Origin origin) {}

    BucketSite {
        behaviours = List.copyOf(behaviours);
    }

    @Override
    public Optional<Sites.Document> at(String path) {
        var asked = path.startsWith("/") ? path.substring(1) : path;
        var name = asked.isEmpty() ? rootObject : asked;
        return behaviours.stream()
                .filter(behaviour -> behaviour.pattern().matches(name))
                .findFirst()
                .flatMap(behaviour -> read(behaviour.origin(), name));
    }

    private Optional<Sites.Document> read(Origin origin, String name) {
        var key = origin.path().isEmpty() ? name : origin.path().substring(1) + "/" + name;
        return buckets.read(caller, origin.bucket(), key)
                .map(content ->
                        new Sites.Document(content.contentType(), new String(content.bytes(), StandardCharsets.UTF_8)));
    }
}
