package com.lifeverse.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.local.function.sample.Answering;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.http.message.Body;
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
final class GatewayRoutingTest {
    private static final Instant NOW = Instant.parse("2026-03-12T19:03:58Z");

    private final GatewayFixture stack;

    GatewayRoutingTest(@TempDir Path assembly) {
        this.stack = new GatewayFixture(Agenda.virtual(NOW, failure -> {}), assembly);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void theMostExactRouteAnswers() {
        stack.stage("");
        for (var key : List.of(
                "$default",
                "ANY /{proxy+}",
                "GET /pets/{proxy+}",
                "GET /pets/dog/{id}",
                "GET /pets/dog/1",
                "ANY /pets/dog/{id}")) {
            stack.route(key, Answering.class, GatewayFixture.answer(key), "");
        }

        assertThat(stack.text(GatewayFixture.get("/pets/dog/1"))).isEqualTo("GET /pets/dog/1");
        assertThat(stack.text(GatewayFixture.get("/pets/dog/2"))).isEqualTo("GET /pets/dog/{id}");
        assertThat(stack.text(Request.of("POST", "/pets/dog/2", Map.of(), Body.EMPTY)))
                .isEqualTo("ANY /pets/dog/{id}");
        assertThat(stack.text(GatewayFixture.get("/pets/cat/1"))).isEqualTo("GET /pets/{proxy+}");
        assertThat(stack.text(Request.of("POST", "/test/5", Map.of(), Body.EMPTY)))
                .isEqualTo("ANY /{proxy+}");
    }

    @Test
    void whatNoRouteTakesGoesToTheDefaultRouteOrIsNotFound() {
        stack.stage("");
        stack.route("GET /v1/triggers", Answering.class, GatewayFixture.answer("triggers"), "");

        assertThat(stack.call(GatewayFixture.get("/v1/other"))).satisfies(GatewayFixture.message(404, "Not Found"));
        assertThat(stack.call(Request.of("POST", "/v1/triggers", Map.of(), Body.EMPTY)))
                .satisfies(GatewayFixture.message(404, "Not Found"));
        assertThat(stack.call(GatewayFixture.get("/v1/triggers/"))).satisfies(GatewayFixture.message(404, "Not Found"));

        stack.route("$default", Answering.class, GatewayFixture.answer("default"), "");
        assertThat(stack.text(GatewayFixture.get("/v1/other"))).isEqualTo("default");
    }

    @Test
    void aRouteIsThrottledByItselfAndRecoversWithTime() {
        stack.stage(",'RouteSettings':{'GET /narrow':{'ThrottlingRateLimit':1,'ThrottlingBurstLimit':2}}");
        stack.route("GET /narrow", Answering.class, GatewayFixture.answer("narrow"), "");
        stack.route("GET /wide", Answering.class, GatewayFixture.answer("wide"), "");

        assertThat(stack.text(GatewayFixture.get("/narrow"))).isEqualTo("narrow");
        assertThat(stack.text(GatewayFixture.get("/narrow"))).isEqualTo("narrow");
        assertThat(stack.call(GatewayFixture.get("/narrow")))
                .satisfies(GatewayFixture.message(429, "Too Many Requests"));
        assertThat(stack.text(GatewayFixture.get("/wide"))).isEqualTo("wide");
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(stack.text(GatewayFixture.get("/narrow"))).isEqualTo("narrow");
    }

    @Test
    void aNamedStageIsPartOfThePath() throws JsonProcessingException {
        stack.provision(
                "Beta",
                "AWS::ApiGatewayV2::Stage",
                "{'ApiId':'%s','StageName':'beta','AutoDeploy':true,'StageVariables':{'ring':'outer'}}"
                        .formatted(stack.api));
        stack.route("GET /v1/triggers", Echo.class, "", "");

        var event = stack.event(GatewayFixture.get("/beta/v1/triggers"));

        assertThat(event.path("rawPath").asText()).isEqualTo("/beta/v1/triggers");
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("beta");
        assertThat(event.at("/stageVariables/ring").asText()).isEqualTo("outer");
        assertThat(stack.call(GatewayFixture.get("/v1/triggers"))).satisfies(GatewayFixture.message(404, "Not Found"));
    }
}
