package com.lifeverse.local.function;

import com.lifeverse.platform.runtime.AwsClients;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Clients that remember which tables were deleted from and know nothing else. */
public final class RecordingClients implements AwsClients, DynamoDbClient {
    private final List<String> tables = new CopyOnWriteArrayList<>();

    List<String> tables() {
        return tables;
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        tables.add(request.tableName());
        return DeleteItemResponse.builder().build();
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return this;
    }

    @Override
    public EventBridgeClient eventBridge() {
        throw new UnsupportedOperationException("No bus here");
    }

    @Override
    public S3Client s3() {
        throw new UnsupportedOperationException("No bucket here");
    }

    @Override
    public SecretsManagerClient secretsManager() {
        throw new UnsupportedOperationException("No secret here");
    }

    @Override
    public SfnClient stepFunctions() {
        throw new UnsupportedOperationException("No workflow here");
    }

    @Override
    public ApiGatewayManagementApiClient connections(URI endpoint) {
        throw new UnsupportedOperationException("No connection here");
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
