package com.lifeverse.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.local.function.sample.Answering;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.function.sample.Failing;
import com.lifeverse.local.http.auth.SignedRequests;
import com.lifeverse.local.http.auth.TestIssuer;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Agenda;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class GatewayTest {
    private static final Instant NOW = Instant.parse("2026-03-12T19:03:58Z");

    private final GatewayFixture stack;

    GatewayTest(@TempDir Path assembly) {
        this.stack = new GatewayFixture(Agenda.virtual(NOW, failure -> {}), assembly);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void aFunctionGetsTheEventOfPayloadFormatTwo() throws JsonProcessingException {
        stack.stage("");
        stack.route("POST /v1/sessions/{sid}/renew", Echo.class, "", "");

        var event = stack.event(new Request(
                "POST",
                "/v1/sessions/s%2F1/renew",
                "a=1&a=two%20words&b",
                Headers.NONE
                        .with("Content-Type", "application/json; charset=utf-8")
                        .with("X-Twice", "one")
                        .with("X-Twice", "two")
                        .with("Cookie", "c=1; d=2")
                        .with("User-Agent", "game/1.0"),
                Body.of("{\"refreshToken\":\"r\"}"),
                "127.0.0.1"));

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /v1/sessions/{sid}/renew");
        assertThat(event.path("rawPath").asText()).isEqualTo("/v1/sessions/s%2F1/renew");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=two%20words&b");
        assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"a\":\"1,two words\",\"b\":\"\"}");
        assertThat(event.path("pathParameters").toString()).isEqualTo("{\"sid\":\"s/1\"}");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"c=1\",\"d=2\"]");
        assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("one,two");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("body").asText()).isEqualTo("{\"refreshToken\":\"r\"}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        var context = event.path("requestContext");
        assertThat(context.path("accountId").asText()).isEqualTo("111111111111");
        assertThat(context.path("apiId").asText()).isEqualTo(stack.api);
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("time").asText()).isEqualTo("12/Mar/2026:19:03:58 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
        assertThat(context.path("http").path("userAgent").asText()).isEqualTo("game/1.0");
        assertThat(context.has("authorizer")).isFalse();
    }

    @Test
    void whatARequestDoesNotHaveIsAbsentFromItsEvent() throws JsonProcessingException {
        stack.stage("");
        stack.route("GET /v1/triggers", Echo.class, "", "");

        var event = stack.event(GatewayFixture.get("/v1/triggers"));

        assertThat(List.of("body", "queryStringParameters", "pathParameters", "cookies", "stageVariables"))
                .noneMatch(event::has);
        assertThat(event.path("rawQueryString").asText()).isEmpty();
    }

    @Test
    void aBodyThatIsNotDeclaredAsTextIsBase64() throws JsonProcessingException {
        stack.stage("");
        stack.route("POST /v1/events", Echo.class, "", "");

        for (var headers : List.of(
                Map.<String, String>of(),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                Map.of("content-type", "application/octet-stream"))) {
            var event = stack.event(Request.of("POST", "/v1/events", headers, Body.of("a=1")));

            assertThat(event.path("body").asText()).isEqualTo("YT0x");
            assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        }
    }

    @Test
    void everyAnswerNamesItsRequest() {
        stack.stage("");

        assertThat(stack.call(GatewayFixture.get("/")).headers().first("apigw-requestid"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(16));
    }

    @Test
    void aFunctionThatFailsOrAnswersNonsenseIsA500WithoutDetails() {
        stack.stage("");
        stack.route("GET /fails", Failing.class, "", "");
        stack.route("GET /nonsense", Answering.class, "'ANSWER':'{'", "");

        assertThat(stack.call(GatewayFixture.get("/fails")))
                .satisfies(GatewayFixture.message(500, "Internal Server Error"));
        assertThat(stack.call(GatewayFixture.get("/nonsense")))
                .satisfies(GatewayFixture.message(500, "Internal Server Error"));
    }

    @Test
    void aRouteWhoseFunctionDoesNotAdmitTheGatewayIsA500() {
        stack.stage("");
        stack.route("GET /admitted", Echo.class, "", "");
        stack.connect("GET /stranger", "arn:aws:lambda:us-east-1:111111111111:function:stranger", "", 30_000);

        assertThat(stack.call(GatewayFixture.get("/stranger")))
                .satisfies(GatewayFixture.message(500, "Internal Server Error"));
        assertThat(stack.failures)
                .anySatisfy(failure ->
                        assertThat(failure).hasMessageContaining("apigateway.amazonaws.com is not authorized"));
    }

    @Test
    void tooLargeRequestsAreRefused() {
        stack.stage("");
        stack.route("POST /v1/events", Echo.class, "", "");

        assertThat(stack.call(Request.of("POST", "/v1/events", Map.of(), Body.of(new byte[10 * 1024 * 1024 + 1]))))
                .satisfies(GatewayFixture.message(413, "Request Entity Too Large"));
        assertThat(stack.call(Request.of("POST", "/v1/events", Map.of("x-long", "x".repeat(10_240)), Body.EMPTY)))
                .satisfies(GatewayFixture.message(431, "Request Header Fields Too Large"));
    }

    @Test
    void aJwtRouteTellsItsFunctionTheClaims() throws JsonProcessingException {
        stack.stage("");
        var authorizer = stack.provision(
                        "Authorizer", "AWS::ApiGatewayV2::Authorizer", """
                        {'ApiId':'%s','AuthorizerType':'JWT','Name':'player','IdentitySource':['$request.header.Authorization'],
                         'JwtConfiguration':{'Audience':['lifeverse'],'Issuer':'%s'}}""".formatted(stack.api, TestIssuer.ISSUER))
                .ref();
        stack.route("GET /mine", Echo.class, "", ",'AuthorizationType':'JWT','AuthorizerId':'" + authorizer + "'");
        var bearer = Map.of("Authorization", "Bearer " + TestIssuer.token(TestIssuer.claims(NOW)));

        assertThat(stack.call(GatewayFixture.get("/mine"))).satisfies(GatewayFixture.message(401, "Unauthorized"));
        assertThat(stack.event(Request.of("GET", "/mine", bearer, Body.EMPTY))
                        .at("/requestContext/authorizer/jwt/claims/sub")
                        .asText())
                .isEqualTo("ply_1");
    }

    @Test
    void anIamRouteTellsItsFunctionTheRole() throws JsonProcessingException {
        stack.stage("");
        stack.route("POST /v1/events", Echo.class, "", ",'AuthorizationType':'AWS_IAM'");
        stack.route("POST /forbidden", Echo.class, "", ",'AuthorizationType':'AWS_IAM'");
        var session =
                stack.credentials.issue("arn:aws:iam::111111111111:role/game-server", "eu-1", Duration.ofHours(1));

        assertThat(stack.event(SignedRequests.sign(session, NOW, "POST", "/v1/events", "application/json", "{}"))
                        .at("/requestContext/authorizer/iam/userArn")
                        .asText())
                .isEqualTo("arn:aws:sts::111111111111:assumed-role/game-server/eu-1");
        assertThat(stack.call(SignedRequests.sign(session, NOW, "POST", "/forbidden", "application/json", "{}")))
                .satisfies(GatewayFixture.message(403, "Forbidden"));
        assertThat(stack.call(Request.of("POST", "/v1/events", Map.of(), Body.of("{}"))))
                .satisfies(GatewayFixture.message(403, "Forbidden"));
    }
}
