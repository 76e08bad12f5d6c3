package com.lifeverse.cdk.construct;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Buckets that nobody reads in public. They outlive their stack in every stage: CloudFormation cannot delete a bucket
 * that holds anything, and the attempt would fail the deletion of the stack.
 */
public final class PrivateBucket {
    private PrivateBucket() {}

    /** Keeps its objects until someone deletes them. */
    public static Bucket keeping(Construct scope, String id) {
        return builder(scope, id).build();
    }

    /** Drops its objects after that time. */
    public static Bucket forgetting(Construct scope, String id, Duration after) {
        return builder(scope, id)
                .lifecycleRules(
                        List.of(LifecycleRule.builder().expiration(after).build()))
                .build();
    }

    private static Bucket.Builder builder(Construct scope, String id) {
        return Bucket.Builder.create(scope, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
