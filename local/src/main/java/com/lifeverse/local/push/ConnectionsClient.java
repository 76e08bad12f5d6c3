package com.lifeverse.local.push;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.Identity;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionResponse;

/**
 * {@code @connections} as functions get it. The caller's policies decide on each operation and connection, action
 * {@code execute-api:ManageConnections}.
 */
final class ConnectionsClient implements ApiGatewayManagementApiClient {
    private static final int LONGEST = 128 * 1024;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;

    private final PushGateway gateway;
    private final String apiId;
    private final String stage;
    private final Caller caller;

    ConnectionsClient(PushGateway gateway, String apiId, String stage, Caller caller) {
        this.gateway = gateway;
        this.apiId = apiId;
        this.stage = stage;
        this.caller = caller;
    }

    @Override
    public PostToConnectionResponse postToConnection(PostToConnectionRequest request) {
        permit("POST", request.connectionId());
        var bytes = request.data().asByteArray();
        if (bytes.length > LONGEST) {
            throw refusal(PayloadTooLargeException.builder(), "PayloadTooLargeException", TOO_LARGE);
        }
        gateway.send(existing(request.connectionId()), new String(bytes, StandardCharsets.UTF_8));
        return PostToConnectionResponse.builder().build();
    }

    @Override
    public GetConnectionResponse getConnection(GetConnectionRequest request) {
        permit("GET", request.connectionId());
        var connection = existing(request.connectionId());
        return GetConnectionResponse.builder()
                .connectedAt(connection.since())
                .lastActiveAt(connection.lastActive())
                .identity(Identity.builder()
                        .sourceIp(connection.handshake().sourceIp())
                        .userAgent(connection
                                .handshake()
                                .headers()
                                .first("user-agent")
                                .orElse(""))
                        .build())
                .build();
    }

    @Override
    public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request) {
        permit("DELETE", request.connectionId());
        gateway.end(existing(request.connectionId()), "Connection Closed Normally");
        return DeleteConnectionResponse.builder().build();
    }

    private void permit(String method, String connectionId) {
        caller.require(
                "execute-api:ManageConnections",
                Cloud.arn("execute-api", String.join("/", apiId, stage, method, "@connections", connectionId)));
    }

    private Connection existing(String connectionId) {
        return gateway.find(apiId, stage, connectionId)
                .orElseThrow(() -> refusal(GoneException.builder(), "GoneException", GONE));
    }

    private static RuntimeException refusal(
            ApiGatewayManagementApiException.Builder exception, String code, int status) {
        return exception
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("ApiGatewayManagementApi")
                        .errorCode(code)
                        .build())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing: the connections belong to the gateway.
    }
}
