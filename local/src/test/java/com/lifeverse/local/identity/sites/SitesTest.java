package com.lifeverse.local.identity.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.iam.Iam;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.identity.buckets.BucketPolicyType;
import com.lifeverse.local.identity.buckets.BucketType;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Sites;
import com.lifeverse.local.kernel.Store;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@Tag("adapters")
class SitesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private static final String CONFIG = """
            {"DistributionConfig": {"Enabled": true, "DefaultRootObject": "index.html",
              "DefaultCacheBehavior": {"TargetOriginId": "docs", "ViewerProtocolPolicy": "https-only"},
              "CacheBehaviors": [{"PathPattern": "/old/*", "TargetOriginId": "archive"}],
              "Origins": [
                {"Id": "docs", "DomainName": "dev-docs.s3.us-east-1.amazonaws.com", "S3OriginConfig": {}},
                {"Id": "archive", "DomainName": "dev-docs.s3.us-east-1.amazonaws.com", "OriginPath": "/archive"}]}}""";

    private final Sites sites = new Sites();
    private final ResourcePolicies policies = new ResourcePolicies();
    private final Buckets buckets = new Buckets(Store.inMemory(), CLOCK);
    private final DistributionType type = new DistributionType(buckets, new Iam(policies), sites);

    @BeforeEach
    void aBucketWithDocuments() {
        new BucketType(buckets).provision(Declarations.of("AWS::S3::Bucket", "Docs", "{}"));
        put("index.html", "home");
        put(".well-known/jwks.json", "{}");
        put("archive/old/page", "long ago");
    }

    @Test
    void aSiteShowsItsBucketToWhomTheBucketLetsIn() {
        var made = distribution();
        letIn(made);

        assertThat(get(made, "/.well-known/jwks.json")).contains(new Sites.Document("application/json", "{}"));
        assertThat(get(made, "/")).map(Sites.Document::content).contains("home");
        assertThat(get(made, "/old/page")).map(Sites.Document::content).contains("long ago");
        assertThat(get(made, "/none")).isEmpty();
    }

    @Test
    void aSiteThatTheBucketDoesNotLetInSaysSo() {
        var made = distribution();

        assertThatThrownBy(() -> get(made, "/"))
                .hasMessageContaining("User: cloudfront.amazonaws.com is not authorized to perform: s3:GetObject");
    }

    @Test
    void theHostNameIsTheSameFromRunToRun() {
        assertThat(distribution().attributes().get("DomainName"))
                .matches("d[a-z0-9]{13}\\.cloudfront\\.net")
                .isEqualTo(distribution().attributes().get("DomainName"));
    }

    @Test
    void anOriginThatIsNoBucketIsRefused() {
        assertThatThrownBy(() -> type.provision(Declarations.of(
                        "AWS::CloudFront::Distribution", "Site", CONFIG.replace("dev-docs.s3.us-east-1", "api"))))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("api.amazonaws.com");
    }

    private Provisioned distribution() {
        return type.provision(Declarations.of("AWS::CloudFront::Distribution", "Site", CONFIG));
    }

    private void letIn(Provisioned distribution) {
        new BucketPolicyType(policies)
                .provision(Declarations.of("AWS::S3::BucketPolicy", "Policy", """
                {"Bucket": "dev-docs", "PolicyDocument": {"Statement": [
                  {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": "arn:aws:s3:::dev-docs/*",
                   "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
                  {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject",
                   "Resource": "arn:aws:s3:::dev-docs/*",
                   "Condition": {"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::111111111111:distribution/%s"}}}]}}""".formatted(distribution.ref())));
    }

    private Optional<Sites.Document> get(Provisioned distribution, String path) {
        return sites.get(URI.create("https://" + distribution.attributes().get("DomainName") + path));
    }

    private void put(String key, String content) {
        buckets.client(Caller.unrestricted())
                .putObject(
                        r -> r.bucket("dev-docs").key(key).contentType("application/json"),
                        RequestBody.fromString(content));
    }
}
