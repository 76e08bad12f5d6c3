package com.lifeverse.operations.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Handler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CodeDeploy and Lambda as their references tell; nothing here has been asked of AWS itself. */
@Tag("adapters")
final class RehearsalFunctionTest {
    private static final String APP_SPEC = """
            {"version": 0.0, "Resources": [{"renew": {"Type": "AWS::Lambda::Function", "Properties":
             {"Name": "prod-session-Renew", "Alias": "live", "CurrentVersion": "7", "TargetVersion": "8"}}}]}""";

    private final List<String> called = new ArrayList<>();
    private final List<JsonNode> reported = new ArrayList<>();
    private String appSpec = APP_SPEC;
    private String answer = "{\"ready\":true}";
    private boolean failing;
    private HttpServer aws;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", this::codeDeploy);
        aws.createContext("/2015-03-31/functions/", this::lambda);
        aws.start();
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    @Test
    void aVersionThatAnswersMayBeCalled() {
        rehearse();

        assertThat(called)
                .containsExactly(
                        "/2015-03-31/functions/prod-session-Renew/invocations?Qualifier=8 " + Handler.REHEARSAL);
        assertThat(reported).singleElement().satisfies(report -> {
            assertThat(report.path("status").asText()).isEqualTo("Succeeded");
            assertThat(report.path("deploymentId").asText()).isEqualTo("d-1");
            assertThat(report.path("lifecycleEventHookExecutionId").asText()).isEqualTo("e-1");
        });
    }

    @Test
    void aVersionThatFailsIsNotCalledByAnybodyElse() {
        failing = true;
        answer = "{\"errorMessage\":\"Settings missing: LIVE_TABLE\"}";

        assertThat(rehearse()).anyMatch(line -> line.contains("Settings missing"));
        assertThat(reported)
                .extracting(report -> report.path("status").asText())
                .containsExactly("Failed");
    }

    @Test
    void aVersionThatAnswersSomethingElseIsOldOrNotOurs() {
        answer = "{\"statusCode\":404}";

        assertThat(rehearse()).anyMatch(line -> line.contains("unfit"));
        assertThat(reported)
                .extracting(report -> report.path("status").asText())
                .containsExactly("Failed");
    }

    @Test
    void aDeploymentThatNamesNoVersionFails() {
        appSpec = "version: 0.0";

        rehearse();

        assertThat(called).isEmpty();
        assertThat(reported)
                .extracting(report -> report.path("status").asText())
                .containsExactly("Failed");
    }

    private List<String> rehearse() {
        var surroundings = new OperationsSurroundings(Map.of(
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:" + aws.getAddress().getPort(),
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "key",
                "AWS_SECRET_ACCESS_KEY",
                "secret",
                "AWS_SESSION_TOKEN",
                "token"));
        surroundings.invoke(
                new RehearsalFunction(surroundings.runtime()),
                "{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"e-1\"}");
        return surroundings.log();
    }

    private void codeDeploy(HttpExchange exchange) throws IOException {
        var body = Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                .contains("/us-east-1/codedeploy/aws4_request");
        var answered = Json.object();
        if (target.equals("CodeDeploy_20141006.GetDeployment")) {
            answered.putObject("deploymentInfo")
                    .putObject("revision")
                    .putObject("string")
                    .put("content", appSpec);
        } else {
            assertThat(target).isEqualTo("CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus");
            reported.add(body);
        }
        answer(exchange, answered.toString());
    }

    private void lambda(HttpExchange exchange) throws IOException {
        called.add(exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (failing) {
            exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
        }
        answer(exchange, answer);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
