package com.lifeverse.platform.support;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.AwsClients;
import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * What a function under test lives in: a clock that stands still, ids in order, and what it logged. Each context says
 * which services it has beside; every other one is out of bounds.
 */
public abstract class Surroundings implements Context, AwsClients {
    private final List<String> log = new ArrayList<>();
    private Instant now;

    protected Surroundings(Instant now) {
        this.now = now;
    }

    protected abstract Map<String, String> settings();

    protected abstract IdSource ids();

    public final LambdaRuntime runtime() {
        return runtime(settings());
    }

    public final LambdaRuntime runtime(Map<String, String> settings) {
        return new LambdaRuntime(settings, () -> now, ids(), this);
    }

    public final void pass(Duration time) {
        now = now.plus(time);
    }

    public final List<String> log() {
        return List.copyOf(log);
    }

    /** Until it is closed, what the process prints is the function's log. */
    public final Printed logging() {
        return new Printed(log::add);
    }

    public final JsonNode invoke(RequestStreamHandler function, JsonNode input) {
        return invoke(function, input.toString());
    }

    /** Invokes the function with this input and reads its answer. */
    public final JsonNode invoke(RequestStreamHandler function, String input) {
        var output = new ByteArrayOutputStream();
        try (var _ = logging()) {
            function.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, this);
            return Json.read(output.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DynamoDbClient dynamoDb() {
        throw new UnsupportedOperationException("The functions of this context do not use it");
    }

    @Override
    public EventBridgeClient eventBridge() {
        throw new UnsupportedOperationException("The functions of this context do not use it");
    }

    @Override
    public S3Client s3() {
        throw new UnsupportedOperationException("The functions of this context do not use it");
    }

    @Override
    public SfnClient stepFunctions() {
        throw new UnsupportedOperationException("The functions of this context do not use it");
    }

    @Override
    public SecretsManagerClient secretsManager() {
        throw new UnsupportedOperationException("The functions of this context do not use it");
    }

    @Override
    public ApiGatewayManagementApiClient connections(URI endpoint) {
        throw new UnsupportedOperationException("The functions of this context do not use it");
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log.add(message);
            }

            @Override
            public void log(byte[] message) {
                log.add(new String(message, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public String getAwsRequestId() {
        return "request-1";
    }

    @Override
    public String getFunctionName() {
        return "function-under-test";
    }

    @Override
    public String getLogGroupName() {
        return "";
    }

    @Override
    public String getLogStreamName() {
        return "";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("No caller of these functions has one");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("No caller of these functions has one");
    }

    @Override
    public int getRemainingTimeInMillis() {
        return 3_000;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }
}
