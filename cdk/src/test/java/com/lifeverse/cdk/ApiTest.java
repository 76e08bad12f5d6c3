package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.HttpContract;
import com.lifeverse.cdk.contract.Identification;
import com.lifeverse.cdk.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The HTTP API as the contract asks for it. */
@Tag("template")
class ApiTest {
    private final Assembly dev = Assembly.dev();
    private final HttpContract contract =
            HttpContract.read(Assembly.repository().httpContract());

    @Test
    void everyOperationOfTheContractIsARoute() {
        var expected = new ArrayList<>(
                contract.operations().stream().map(Operation::routeKey).toList());
        expected.add("$default");

        assertThat(routes().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRouteAsksForTheCallerThatTheContractStates() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            var route = route(operation.routeKey());
            var type = route.path("AuthorizationType").asText();
            var authorizer = route.at("/AuthorizerId/Ref").asText();
            switch (operation.caller()) {
                case OPEN -> assertThat(type).isEqualTo("NONE");
                case SERVER -> assertThat(type).isEqualTo("AWS_IAM");
                case PLAYER -> assertThat(type + " " + authorizer).startsWith("JWT Authorizersplayer");
                case STAFF -> assertThat(type + " " + authorizer).startsWith("JWT Authorizersstaff");
            }
        });
    }

    @Test
    void renewHasNoAuthorizer() {
        var renew = route("POST /v1/sessions/{sid}/renew");

        assertThat(renew.path("AuthorizationType").asText()).isEqualTo("NONE");
        assertThat(renew.has("AuthorizerId")).isFalse();
    }

    @Test
    void signInIsThrottledBelowTheApiSoThatRenewalsKeepTheirShare() {
        var stage = dev.only("dev-api", "AWS::ApiGatewayV2::Stage").properties();

        for (var route : List.of(
                "POST ~1v1~1sessions",
                "POST ~1v1~1hand-offs",
                "POST ~1v1~1login-queue-tickets",
                "GET ~1v1~1login-queue")) {
            assertThat(stage.at("/RouteSettings/" + route + "/ThrottlingRateLimit")
                            .asInt())
                    .as(route)
                    .isPositive()
                    .isLessThan(stage.at("/DefaultRouteSettings/ThrottlingRateLimit")
                            .asInt());
        }
    }

    @Test
    void theStageComesAfterTheRouteWhoseThrottleItSets() {
        var signIn = dev.all("AWS::ApiGatewayV2::Route").stream()
                .filter(route -> route.properties().path("RouteKey").asText().equals("POST /v1/sessions"))
                .findFirst()
                .orElseThrow();

        assertThat(dev.only("dev-api", "AWS::ApiGatewayV2::Stage").declaration().path("DependsOn"))
                .anyMatch(id -> id.asText().equals(signIn.id()));
    }

    @Test
    void aWarningOfTheGatewayFailsTheDeployment() {
        assertThat(dev.only("dev-api", "AWS::ApiGatewayV2::Api")
                        .properties()
                        .path("FailOnWarnings")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void gameServersMayCallTheirOwnRoutesAndNothingElse() {
        var grants = dev.all("AWS::IAM::Role").stream()
                .filter(role -> role.id().startsWith("GameServerRole"))
                .findFirst()
                .orElseThrow()
                .properties()
                .at("/Policies/0/PolicyDocument/Statement");

        assertThat(grants).hasSize(1);
        assertThat(grants.at("/0/Action").asText()).isEqualTo("execute-api:Invoke");
        assertThat(grants.at("/0/Resource")
                        .valueStream()
                        .map(arn -> arn.at("/Fn::Join/1/4").asText()))
                .containsExactlyInAnyOrderElementsOf(contract.operations().stream()
                        .filter(operation -> operation.caller() == Identification.SERVER)
                        .map(operation -> "/*/" + operation.arnSuffix())
                        .toList())
                .contains("/*/POST/v1/events");
    }

    @Test
    void anOperationWithoutAFunctionFailsByName() {
        var operations = new ArrayList<>(contract.operations());
        operations.add(new Operation("eraseEverything", "DELETE", "/v1/everything", Identification.STAFF));
        var sources = Assembly.repository();
        var app = LifeVerseApp.app(sources, null);

        assertThatThrownBy(() -> LifeVerseApp.stacks(
                        app, new Deployment(StageSettings.dev(), "us-east-1", sources), new HttpContract(operations)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("operation eraseEverything (DELETE /v1/everything) has no function");
    }

    private JsonNode route(String key) {
        return Objects.requireNonNull(routes().get(key), key);
    }

    private Map<String, JsonNode> routes() {
        var routes = new TreeMap<String, JsonNode>();
        dev.all("AWS::ApiGatewayV2::Route").stream()
                .filter(route -> route.stack().equals("dev-api"))
                .forEach(route -> routes.put(route.properties().path("RouteKey").asText(), route.properties()));
        return routes;
    }
}
