package com.lifeverse.session.support;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** One secret, with versions named by the writer as Secrets Manager has them. */
public final class InMemorySecrets implements SecretsManagerClient {
    private final Map<String, String> versions = new HashMap<>();
    private @Nullable String current;

    @Override
    public synchronized GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        if (current == null) {
            throw ResourceNotFoundException.builder()
                    .message("Secrets Manager can't find the specified secret value for staging label: AWSCURRENT")
                    .build();
        }
        return GetSecretValueResponse.builder()
                .versionId(current)
                .secretString(versions.get(current))
                .build();
    }

    @Override
    public synchronized PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        var version = request.clientRequestToken();
        var known = versions.putIfAbsent(version, request.secretString());
        if (known != null && !known.equals(request.secretString())) {
            throw ResourceExistsException.builder()
                    .message("The version exists")
                    .build();
        }
        if (known == null) {
            current = version;
        }
        return PutSecretValueResponse.builder().versionId(version).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
