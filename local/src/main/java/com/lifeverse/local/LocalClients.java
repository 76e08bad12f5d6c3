package com.lifeverse.local;

import com.lifeverse.platform.runtime.AwsClients;
import java.net.URI;
import java.util.function.Function;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The SDK's clients, answered by this stack in one caller's name. */
record LocalClients(
        DynamoDbClient dynamoDb,
        EventBridgeClient eventBridge,
        S3Client s3,
        SecretsManagerClient secretsManager,
        SfnClient stepFunctions,
        Function<URI, ApiGatewayManagementApiClient> push)
        implements AwsClients {
    @Override
    public ApiGatewayManagementApiClient connections(URI endpoint) {
        return push.apply(endpoint);
    }
}
