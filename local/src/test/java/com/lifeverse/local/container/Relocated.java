package com.lifeverse.local.container;

import com.lifeverse.platform.runtime.AwsClients;
import java.net.URI;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A function's clients: tables and bus are the endpoint's, buckets, secrets and connections the local stack's. */
record Relocated(DynamoDbClient dynamoDb, EventBridgeClient eventBridge, AwsClients here) implements AwsClients {
    @Override
    public S3Client s3() {
        return here.s3();
    }

    @Override
    public SecretsManagerClient secretsManager() {
        return here.secretsManager();
    }

    @Override
    public SfnClient stepFunctions() {
        return here.stepFunctions();
    }

    @Override
    public ApiGatewayManagementApiClient connections(URI endpoint) {
        return here.connections(endpoint);
    }
}
