package com.lifeverse.local.identity.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.iam.Iam;
import com.lifeverse.local.iam.InlinePolicyType;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.iam.RoleType;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

@Tag("adapters")
class BucketsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00.250Z"));

    private final Buckets buckets = new Buckets(Store.inMemory(), CLOCK);
    private final S3Client s3 = buckets.client(Caller.unrestricted());

    @BeforeEach
    void aBucket() {
        provision(buckets);
    }

    @Test
    void anObjectIsReadAsItWasWritten() throws IOException {
        s3.putObject(r -> r.bucket("dev-keys").key("jwks.json").contentType("application/json"), text("{}"));

        try (var stream = s3.getObject(r -> r.bucket("dev-keys").key("jwks.json"))) {
            assertThat(stream.readAllBytes()).asString().isEqualTo("{}");
            assertThat(stream.response().contentType()).isEqualTo("application/json");
            assertThat(stream.response().eTag()).isEqualTo("\"99914b932bd37a50b983c5e7c90ae93b\"");
            assertThat(stream.response().lastModified()).isEqualTo("2026-11-20T12:00:00Z");
        }
        assertThat(s3.getObjectAsBytes(r -> r.bucket("dev-keys").key("jwks.json"))
                        .asUtf8String())
                .isEqualTo("{}");
        assertThat(s3.headObject(r -> r.bucket("dev-keys").key("jwks.json")).contentLength())
                .isEqualTo(2);
    }

    @Test
    void anObjectOutlivesTheProcess(@TempDir Path directory) {
        try (var store = Store.in(directory)) {
            var first = new Buckets(store, CLOCK);
            provision(first);
            first.client(Caller.unrestricted())
                    .putObject(r -> r.bucket("dev-keys").key("a"), text("kept"));
        }

        try (var store = Store.in(directory)) {
            var second = new Buckets(store, CLOCK);
            provision(second);
            assertThat(second.client(Caller.unrestricted())
                            .getObjectAsBytes(r -> r.bucket("dev-keys").key("a"))
                            .asUtf8String())
                    .isEqualTo("kept");
        }
    }

    @Test
    void whatIsNotThereIsSaidAsS3SaysIt() {
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("dev-keys").key("none")));
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> s3.putObject(r -> r.bucket("nowhere").key("a"), text("x")));
    }

    @Test
    void aDeletedObjectIsGoneAndDeletingAgainIsFine() {
        s3.putObject(r -> r.bucket("dev-keys").key("a"), text("x"));

        s3.deleteObject(r -> r.bucket("dev-keys").key("a"));
        s3.deleteObject(r -> r.bucket("dev-keys").key("a"));

        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> s3.headObject(r -> r.bucket("dev-keys").key("a")));
    }

    @Test
    void ifNoneMatchWritesOnlyWhatIsNew() {
        s3.putObject(r -> r.bucket("dev-keys").key("a").ifNoneMatch("*"), text("first"));

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () -> s3.putObject(r -> r.bucket("dev-keys").key("a").ifNoneMatch("*"), text("second")))
                .satisfies(refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(412);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailed");
                });
    }

    @Test
    void ifMatchWritesOnlyOverWhatWasRead() {
        var first = s3.putObject(r -> r.bucket("dev-keys").key("a"), text("first"));
        s3.putObject(r -> r.bucket("dev-keys").key("a").ifMatch(first.eTag()), text("second"));

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () -> s3.putObject(r -> r.bucket("dev-keys").key("a").ifMatch(first.eTag()), text("third")));
    }

    @Test
    void keysAreListedInOrderAndInPages() {
        for (var key : new String[] {"b/2", "a", "b/1", "b/3", "c"}) {
            s3.putObject(r -> r.bucket("dev-keys").key(key), text(key));
        }

        var page = s3.listObjectsV2(r -> r.bucket("dev-keys").prefix("b/").maxKeys(2));
        var rest = s3.listObjectsV2(
                r -> r.bucket("dev-keys").prefix("b/").continuationToken(page.nextContinuationToken()));

        assertThat(page.contents()).extracting(S3Object::key).containsExactly("b/1", "b/2");
        assertThat(rest.contents()).extracting(S3Object::key).containsExactly("b/3");
        assertThat(rest.isTruncated()).isFalse();
    }

    @Test
    void aRoleMayWriteOnlyWhereItsPolicySays() {
        var iam = new Iam(new ResourcePolicies());
        new RoleType(iam).provision(Declarations.of("AWS::IAM::Role", "Role", "{\"RoleName\": \"keys\"}"));
        new InlinePolicyType(iam).provision(Declarations.of("AWS::IAM::Policy", "Policy", """
                {"PolicyName": "p", "Roles": ["keys"], "PolicyDocument": {"Statement": {"Effect": "Allow",
                 "Action": ["s3:PutObject", "s3:GetObject"], "Resource": "arn:aws:s3:::dev-keys/.well-known/*"}}}"""));
        var client = buckets.client(iam.role("arn:aws:iam::111111111111:role/keys"));

        client.putObject(r -> r.bucket("dev-keys").key(".well-known/jwks.json"), text("{}"));

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> client.putObject(r -> r.bucket("dev-keys").key("other"), text("{}")))
                .satisfies(refusal ->
                        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
        assertThatExceptionOfType(S3Exception.class)
                .as("who may not list is not told that an object is missing")
                .isThrownBy(
                        () -> client.getObjectAsBytes(r -> r.bucket("dev-keys").key(".well-known/none")))
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
    }

    @Test
    void aPropertyThatIsNotHeldIsNamed() {
        assertThatThrownBy(() -> new BucketType(buckets)
                        .provision(Declarations.of("AWS::S3::Bucket", "Site", "{\"WebsiteConfiguration\": {}}")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("WebsiteConfiguration");
    }

    private static void provision(Buckets buckets) {
        new BucketType(buckets).provision(Declarations.of("AWS::S3::Bucket", "Keys", "{}"));
    }

    private static RequestBody text(String text) {
        return RequestBody.fromString(text, StandardCharsets.UTF_8);
    }
}
