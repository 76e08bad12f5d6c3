package com.lifeverse.platform.runtime;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Real clients over the JDK's URL connection, the HTTP client with the coldest start that is still quick. */
final class SdkClients implements AwsClients {
    private final Supplier<SdkHttpClient> http = once(UrlConnectionHttpClient::create);
    private final Supplier<DynamoDbClient> dynamoDb =
            once(() -> DynamoDbClient.builder().httpClient(http.get()).build());
    private final Supplier<EventBridgeClient> eventBridge =
            once(() -> EventBridgeClient.builder().httpClient(http.get()).build());
    private final Supplier<S3Client> s3 =
            once(() -> S3Client.builder().httpClient(http.get()).build());
    private final Supplier<SecretsManagerClient> secretsManager =
            once(() -> SecretsManagerClient.builder().httpClient(http.get()).build());
    private final Supplier<SfnClient> stepFunctions =
            once(() -> SfnClient.builder().httpClient(http.get()).build());

    private final Map<URI, ApiGatewayManagementApiClient> connections = new ConcurrentHashMap<>();

    @Override
    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    @Override
    public EventBridgeClient eventBridge() {
        return eventBridge.get();
    }

    @Override
    public S3Client s3() {
        return s3.get();
    }

    @Override
    public SecretsManagerClient secretsManager() {
        return secretsManager.get();
    }

    @Override
    public SfnClient stepFunctions() {
        return stepFunctions.get();
    }

    @Override
    public ApiGatewayManagementApiClient connections(URI endpoint) {
        return connections.computeIfAbsent(
                endpoint,
                at -> ApiGatewayManagementApiClient.builder()
                        .httpClient(http.get())
                        .endpointOverride(at)
                        .build());
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public synchronized T get() {
                var known = made;
                if (known == null) {
                    known = make.get();
                    made = known;
                }
                return known;
            }
        };
    }
}
