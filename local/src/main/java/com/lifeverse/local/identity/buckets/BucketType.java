package com.lifeverse.local.identity.buckets;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.kernel.Cloud;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code AWS::S3::Bucket}. {@code Ref} is its name. Versions, encryption and life cycles are accepted and not kept. */
public final class BucketType implements ResourceType {
    private static final int LONGEST_NAME = 63;
    private static final Set<String> HELD = Set.of("BucketName");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "BucketEncryption",
            "LifecycleConfiguration",
            "OwnershipControls",
            "PublicAccessBlockConfiguration",
            "Tags",
            "VersioningConfiguration");

    private final Buckets buckets;

    public BucketType(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "AWS::S3::Bucket";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var bucket = StableName.within(
                LONGEST_NAME, properties.nameFrom("BucketName").toLowerCase(Locale.ROOT));
        buckets.provision(bucket);
        return new Provisioned(
                bucket,
                Map.of(
                        "Arn", Buckets.arn(bucket),
                        "DomainName", bucket + ".s3.amazonaws.com",
                        "RegionalDomainName", bucket + ".s3." + Cloud.REGION + ".amazonaws.com"));
    }
}
