package com.lifeverse.platform.runtime;

import java.net.URI;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The AWS services that functions use, each as the SDK's own client interface. Built at first use. */
public interface AwsClients {
    DynamoDbClient dynamoDb();

    EventBridgeClient eventBridge();

    S3Client s3();

    SecretsManagerClient secretsManager();

    /** Runs of workflows. */
    SfnClient stepFunctions();

    /**
     * Open WebSocket connections of one API's stage.
     *
     * @param endpoint {@code https://API.execute-api.REGION.amazonaws.com/STAGE}
     */
    ApiGatewayManagementApiClient connections(URI endpoint);
}
