package com.lifeverse.trigger.lambda;

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
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.aws.OneTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What a function under test lives in: a table and a bus in memory, a fixed time, ids in order, and what it logged. */
final class Surroundings implements Context, AwsClients {
    final OneTable table = new OneTable();
    final HeardBus bus = new HeardBus();
    final List<String> log = new ArrayList<>();

    LambdaRuntime runtime() {
        IdSource ids =
                () -> IdSource.version7(Given.NOW.toEpochMilli(), bus.heard().size(), 0);
        return new LambdaRuntime(Map.of("BUS", "lifeverse", "TRIGGERS_TABLE", "triggers"), () -> Given.NOW, ids, this);
    }

    /** Invokes the function with this input and reads its answer. */
    JsonNode invoke(RequestStreamHandler function, String input) {
        var output = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, this);
            return Json.read(output.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return table;
    }

    @Override
    public EventBridgeClient eventBridge() {
        return bus;
    }

    @Override
    public S3Client s3() {
        throw new UnsupportedOperationException("These functions use no S3");
    }

    @Override
    public SecretsManagerClient secretsManager() {
        throw new UnsupportedOperationException("These functions use no secrets");
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
