package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The WebSocket API, and who may send to its connections. */
@Tag("template")
class NoticeTest {
    private static final String STACK = "dev-notice";

    private final Assembly dev = Assembly.dev();

    @Test
    void theSocketHasItsThreeRoutesBeforeItsStage() {
        var routes = dev.all("AWS::ApiGatewayV2::Route").stream()
                .filter(route -> route.stack().equals(STACK))
                .toList();
        var stage = dev.only(STACK, "AWS::ApiGatewayV2::Stage").declaration().path("DependsOn");

        assertThat(routes)
                .extracting(route -> route.properties().path("RouteKey").asText())
                .containsExactlyInAnyOrder("$connect", "$default", "$disconnect");
        assertThat(routes)
                .allSatisfy(
                        route -> assertThat(stage).anyMatch(id -> id.asText().equals(route.id())));
    }

    @Test
    void theFunctionIsCalledByItsInvocationArnWithoutWhichASocketApiHasNoIntegration() {
        var uri = dev.only(STACK, "AWS::ApiGatewayV2::Integration").properties().path("IntegrationUri");

        assertThat(uri.toString())
                .contains(":lambda:path/2015-03-31/functions/")
                .contains("/invocations");
    }

    @Test
    void onlyOneFunctionMaySendToConnectionsAndOnlyToThese() {
        var allowed = dev.all("AWS::IAM::Role").stream()
                .filter(role -> role.properties().toString().contains("execute-api:ManageConnections"))
                .toList();

        assertThat(allowed).hasSize(1);
        assertThat(allowed.getFirst().id()).startsWith("Notify");
        assertThat(allowed.getFirst().properties().toString())
                .contains("/live/POST/@connections/*")
                .contains("/live/DELETE/@connections/*")
                .doesNotContain("GET/@connections");
    }
}
