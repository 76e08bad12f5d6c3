package com.lifeverse.platform.runtime;

import java.net.URI;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The same clients, with tables that tell what they cost. */
record MeteredClients(AwsClients clients) implements AwsClients {
    @Override
    public DynamoDbClient dynamoDb() {
        return MeteredTables.of(clients.dynamoDb());
    }

    @Override
    public EventBridgeClient eventBridge() {
        return clients.eventBridge();
    }

    @Override
    public S3Client s3() {
        return clients.s3();
    }

    @Override
    public SecretsManagerClient secretsManager() {
        return clients.secretsManager();
    }

    @Override
    public SfnClient stepFunctions() {
        return clients.stepFunctions();
    }

    @Override
    public ApiGatewayManagementApiClient connections(URI endpoint) {
        return clients.connections(endpoint);
    }
}
