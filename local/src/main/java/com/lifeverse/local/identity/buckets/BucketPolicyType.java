package com.lifeverse.local.identity.buckets;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
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
        var properties = DeclaredProperties.of(declaration, Set.of("Bucket", "PolicyDocument"));
        var bucket = properties.required("Bucket");
        policies.attach(declaration, Buckets.arn(bucket), properties.node("PolicyDocument"));
        return Provisioned.of(bucket);
    }
}
