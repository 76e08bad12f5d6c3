package com.lifeverse.local.identity.buckets;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.iam.ResourcePolicies;
import java.util.Set;

/** {@code AWS::S3::BucketPolicy}: who may use a bucket beside those whose own role says so. */
public final class BucketPolicyType implements ResourceType {
    private final ResourcePolicies policies;

    public BucketPolicyType(ResourcePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "AWS::S3::BucketPolicy";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        declaration.holdOnly(Set.of("Bucket", "PolicyDocument"));
        var properties = declaration.properties();
        var bucket = properties.path("Bucket").asText();
        policies.attach(declaration, Buckets.arn(bucket), properties.path("PolicyDocument"));
        return Provisioned.of(bucket);
    }
}
