package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reaches addresses that others choose may do nothing; who reads secrets reaches nobody. */
@Tag("template")
class WebhooksTest {
    private final Assembly dev = Assembly.dev();

    @Test
    void theFunctionThatSendsMayDoNothingButWriteItsLog() {
        assertThat(actions("WebhooksWebhookRole")).containsExactly("logs:CreateLogStream", "logs:PutLogEvents");
        assertThat(dev.all("AWS::Lambda::Function").stream()
                        .filter(function -> function.id().startsWith("WebhooksWebhookFunction"))
                        .map(function -> function.properties()
                                .at("/Environment/Variables")
                                .toString()))
                .singleElement()
                .asString()
                .doesNotContain("Secret", "Table", "Bus");
    }

    @Test
    void theFunctionThatSignsReadsTheSecretsAndNothingElse() {
        assertThat(actions("WebhooksWebhookSigningRole"))
                .containsExactly("secretsmanager:GetSecretValue", "logs:CreateLogStream", "logs:PutLogEvents");
    }

    @Test
    void aSecretIsNeverMadeAnewByADeployment() {
        assertThat(dev.all("AWS::SecretsManager::Secret").stream()
                        .filter(secret -> secret.id().startsWith("WebhooksSecret")))
                .isNotEmpty()
                .allSatisfy(secret -> {
                    assertThat(secret.declaration().path("DeletionPolicy").asText())
                            .isEqualTo("Retain");
                    assertThat(secret.properties()
                                    .at("/GenerateSecretString/PasswordLength")
                                    .asInt())
                            .isEqualTo(64);
                });
    }

    private List<String> actions(String role) {
        var statements = dev.all("AWS::IAM::Role").stream()
                .filter(candidate -> candidate.id().startsWith(role))
                .findFirst()
                .orElseThrow()
                .properties()
                .at("/Policies/0/PolicyDocument/Statement");
        return StreamSupport.stream(statements.spliterator(), false)
                .map(statement -> statement.path("Action"))
                .flatMap(action -> action.isTextual()
                        ? Stream.of(action.asText())
                        : StreamSupport.stream(action.spliterator(), false).map(JsonNode::asText))
                .toList();
    }
}
