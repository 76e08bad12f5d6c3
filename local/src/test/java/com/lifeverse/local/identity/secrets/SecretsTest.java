package com.lifeverse.local.identity.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.iam.Iam;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.iam.RoleType;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

@Tag("adapters")
class SecretsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private static final String NAMED = "{\"Name\": \"signing-keys\", \"SecretString\": \"first\"}";

    private final AtomicLong drawn = new AtomicLong();
    private final IdSource ids = () -> IdSource.version7(CLOCK.millis(), 0, drawn.incrementAndGet());

    @Test
    void theArnIsTheSameFromRunToRun() {
        var first = provision(secrets(Store.inMemory()), NAMED);
        var second = provision(secrets(Store.inMemory()), NAMED);

        assertThat(first)
                .isEqualTo(second)
                .matches("arn:aws:secretsmanager:us-east-1:111111111111:secret:signing-keys-[a-z0-9]{6}");
    }

    @Test
    void aValueOutlivesMakingTheTemplateAgain() {
        var secrets = secrets(Store.inMemory());
        var arn = provision(secrets, NAMED);
        put(secrets, arn, "second");

        provision(secrets, NAMED);

        assertThat(value(secrets, arn)).isEqualTo("second");
    }

    @Test
    void aValueOutlivesTheProcess(@TempDir Path directory) {
        String arn;
        try (var store = Store.in(directory)) {
            var secrets = secrets(store);
            arn = provision(secrets, NAMED);
            put(secrets, arn, "second");
        }

        try (var store = Store.in(directory)) {
            assertThat(value(secrets(store), arn)).isEqualTo("second");
        }
    }

    @Test
    void theFormerValueBecomesThePreviousOne() {
        var secrets = secrets(Store.inMemory());
        var client = unrestricted(secrets);
        var arn = provision(secrets, NAMED);

        put(secrets, arn, "second");
        put(secrets, arn, "third");

        assertThat(client.getSecretValue(r -> r.secretId(arn).versionStage("AWSPREVIOUS"))
                        .secretString())
                .isEqualTo("second");
        assertThat(client.describeSecret(r -> r.secretId(arn)).versionIdsToStages())
                .hasSize(2);
    }

    @Test
    void theSamePutTwiceIsOneAndAnotherValueUnderItsTokenIsRefused() {
        var secrets = secrets(Store.inMemory());
        var client = unrestricted(secrets);
        var arn = provision(secrets, NAMED);

        client.putSecretValue(
                r -> r.secretId(arn).clientRequestToken("t".repeat(32)).secretString("second"));
        client.putSecretValue(
                r -> r.secretId(arn).clientRequestToken("t".repeat(32)).secretString("second"));

        assertThat(client.describeSecret(r -> r.secretId(arn)).versionIdsToStages())
                .hasSize(2);
        assertThatThrownBy(() -> client.putSecretValue(
                        r -> r.secretId(arn).clientRequestToken("t".repeat(32)).secretString("third")))
                .isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void aSecretIsFoundByNameAndByArnWithoutItsEnd() {
        var secrets = secrets(Store.inMemory());
        var arn = provision(secrets, NAMED);

        assertThat(value(secrets, "signing-keys")).isEqualTo("first");
        assertThat(value(secrets, arn.substring(0, arn.length() - 7))).isEqualTo("first");
    }

    @Test
    void aSecretMadeEmptyHasNoValueYet() {
        var secrets = secrets(Store.inMemory());
        var arn = provision(secrets, "{}");

        assertThatThrownBy(() -> value(secrets, arn))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("AWSCURRENT");
    }

    @Test
    void aGeneratedValueIsPutIntoItsTemplate() {
        var secrets = secrets(Store.inMemory());
        var arn = provision(secrets, """
                {"GenerateSecretString": {"SecretStringTemplate": "{\\"user\\": \\"ops\\"}", "GenerateStringKey": "word",
                                          "PasswordLength": 20, "ExcludePunctuation": true}}""");

        var generated = Declarations.json(value(secrets, arn));
        assertThat(generated.path("user").asText()).isEqualTo("ops");
        assertThat(generated.path("word").asText()).matches("[A-Za-z0-9]{20}");
    }

    @Test
    void aRoleWithoutThePermissionIsRefused() {
        var secrets = secrets(Store.inMemory());
        var arn = provision(secrets, NAMED);
        var iam = new Iam(new ResourcePolicies());
        var role = new RoleType(iam).provision(Declarations.of("AWS::IAM::Role", "Role", "{}"));
        var client = secrets.client(
                iam.role(Optional.ofNullable(role.attributes().get("Arn")).orElseThrow()));

        assertThatThrownBy(() -> client.getSecretValue(r -> r.secretId(arn)))
                .hasMessageContaining("secretsmanager:GetSecretValue on resource: " + arn);
    }

    private Secrets secrets(Store store) {
        return new Secrets(store, CLOCK, ids);
    }

    private static String provision(Secrets secrets, String properties) {
        return new SecretType(secrets)
                .provision(Declarations.of("AWS::SecretsManager::Secret", "Secret", properties))
                .ref();
    }

    private static SecretsManagerClient unrestricted(Secrets secrets) {
        return secrets.client(Caller.unrestricted());
    }

    private static String value(Secrets secrets, String id) {
        return unrestricted(secrets).getSecretValue(r -> r.secretId(id)).secretString();
    }

    private static void put(Secrets secrets, String id, String value) {
        unrestricted(secrets).putSecretValue(r -> r.secretId(id).secretString(value));
    }
}
