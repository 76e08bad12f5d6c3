package com.lifeverse.trigger.webhook.lambda;

import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.Surroundings;
import com.lifeverse.trigger.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Surroundings with the secret of one destination, by its stages. */
final class OneSecret extends Surroundings implements SecretsManagerClient {
    private final Map<String, String> values = new HashMap<>();

    OneSecret() {
        super(Given.NOW);
    }

    OneSecret with(String versionStage, String value) {
        values.put(versionStage, value);
        return this;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        return Optional.ofNullable(values.get(request.versionStage()))
                .filter(_ -> request.secretId().equals("arn:one"))
                .map(value ->
                        GetSecretValueResponse.builder().secretString(value).build())
                .orElseThrow(() -> ResourceNotFoundException.builder().build());
    }

    @Override
    public SecretsManagerClient secretsManager() {
        return this;
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("STAGE", "dev", "WEBHOOK_SECRETS", "{\"community-board\": \"arn:one\"}");
    }

    @Override
    protected IdSource ids() {
        return () -> {
            throw new UnsupportedOperationException("Nothing here has a new id");
        };
    }

    @Override
    public String serviceName() {
        return "secretsmanager";
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
