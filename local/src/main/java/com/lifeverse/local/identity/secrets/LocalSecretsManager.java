package com.lifeverse.local.identity.secrets;

import com.lifeverse.local.kernel.Caller;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;

/** The SDK's client interface on the local secrets. What it does not override is refused by the interface itself. */
final class LocalSecretsManager implements SecretsManagerClient {
    private final Secrets secrets;
    private final Caller caller;

    LocalSecretsManager(Secrets secrets, Caller caller) {
        this.secrets = secrets;
        this.caller = caller;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        var secret = permitted("secretsmanager:GetSecretValue", request.secretId());
        var stage = Optional.ofNullable(request.versionStage());
        var id = Optional.ofNullable(request.versionId())
                .or(() -> secret.at(stage.orElse(Secret.CURRENT)))
                .filter(secret.versions()::containsKey)
                .orElseThrow(() ->
                        Secrets.missing("Secrets Manager can't find the specified secret value for staging label: "
                                + stage.orElse(Secret.CURRENT)));
        var version = Optional.ofNullable(secret.versions().get(id)).orElseThrow();
        var response = GetSecretValueResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .versionId(id)
                .versionStages(version.stages())
                .createdDate(Instant.ofEpochMilli(version.createdAt()));
        if (version.binary()) {
            response.secretBinary(SdkBytes.fromByteArray(Base64.getDecoder().decode(version.text())));
        } else {
            response.secretString(version.text());
        }
        return response.build();
    }

    @Override
    public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        var secret = permitted("secretsmanager:PutSecretValue", request.secretId());
        var binary = Optional.ofNullable(request.secretBinary());
        var text = binary.map(bytes -> Base64.getEncoder().encodeToString(bytes.asByteArray()))
                .orElseGet(request::secretString);
        var stages = request.hasVersionStages() ? request.versionStages() : List.of(Secret.CURRENT);
        var id = secrets.put(
                secret.arn(), Optional.ofNullable(request.clientRequestToken()), text, binary.isPresent(), stages);
        return PutSecretValueResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .versionId(id)
                .versionStages(stages)
                .build();
    }

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
        var secret = permitted("secretsmanager:DescribeSecret", request.secretId());
        return DescribeSecretResponse.builder()
                .arn(secret.arn())
                .name(secret.name())
                .description(secret.description())
                .createdDate(Instant.ofEpochMilli(secret.createdAt()))
                .lastChangedDate(Instant.ofEpochMilli(secret.changedAt()))
                .versionIdsToStages(secret.versions().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().stages())))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The secrets belong to the stack, not to this client.
    }

    // AWS answers who may not ask with a refusal, whether the secret is there or not.
    private Secret permitted(String action, String secretId) {
        caller.require(action, secretId.startsWith("arn:") ? secretId : Secrets.arn(secretId));
        return secrets.find(secretId);
    }
}
