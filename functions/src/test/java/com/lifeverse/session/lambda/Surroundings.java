package com.lifeverse.session.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.AwsClients;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.support.Fixtures;
import com.lifeverse.session.support.InMemorySecrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What a function under test lives in: secrets and objects in memory, a table that is scripted, a clock that stands. */
final class Surroundings implements Context, AwsClients {
    final InMemorySecrets secrets = new InMemorySecrets();
    final InMemoryObjects objects = new InMemoryObjects();
    final ScriptedTable table = new ScriptedTable();
    final List<String> log = new ArrayList<>();
    private Instant now = Fixtures.NOW;

    LambdaRuntime runtime() {
        var settings = Map.of(
                "LIVE_TABLE", "live",
                "PLAYERS_TABLE", "players",
                "SIGNING_SECRET", "keys",
                "ISSUER", "https://issuer.example",
                "ISSUER_BUCKET", "issuer",
                "AUDIENCE", "lifeverse");
        return runtime(settings);
    }

    LambdaRuntime runtime(Map<String, String> settings) {
        return new LambdaRuntime(settings, () -> now, Fixtures.ids(7)::get, this);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    JsonNode invoke(RequestStreamHandler function, JsonNode input) throws IOException {
        return invoke(function, input.toString());
    }

    JsonNode invoke(RequestStreamHandler function, String input) throws IOException {
        var output = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, this);
        return Json.read(output.toString(StandardCharsets.UTF_8));
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return table;
    }

    @Override
    public EventBridgeClient eventBridge() {
        throw new UnsupportedOperationException("These functions tell through the table");
    }

    @Override
    public S3Client s3() {
        return objects;
    }

    @Override
    public SecretsManagerClient secretsManager() {
        return secrets;
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
