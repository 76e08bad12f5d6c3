package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.PrivateBucket;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * The public side of our tokens: OpenID discovery document and key set, static objects behind CloudFront. They cannot live
 * behind our own API, whose authorizer asks for them while it is being created.
 */
final class Issuer extends Construct {
    private final Bucket documents;
    private final Distribution distribution;

    Issuer(Construct scope, String id, Deployment deployment) {
        super(scope, id);
        this.documents = PrivateBucket.keeping(this, "Documents");
        var cache = CachePolicy.Builder.create(this, "Cache")
                .cachePolicyName(deployment.named("issuer"))
                .comment(
                        "Five minutes: a new key is used three hours after it is published, and the gateway keeps keys two.")
                .minTtl(Duration.seconds(0))
                .defaultTtl(Duration.minutes(5))
                .maxTtl(Duration.minutes(5))
                .enableAcceptEncodingGzip(true)
                .build();
        this.distribution = Distribution.Builder.create(this, "Distribution")
                .comment("Discovery document and keys of " + deployment.stage().name())
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(S3BucketOrigin.withOriginAccessControl(documents))
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                        .cachePolicy(cache)
                        .build())
                .build();
    }

    /** The {@code iss} of our tokens, without a slash at the end: the gateway compares character by character. */
    String url() {
        return "https://" + distribution.getDistributionDomainName();
    }

    Bucket documents() {
        return documents;
    }
}
