package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * The WebSocket API. Its routes are open to the gateway: the function behind {@code $connect} takes a ticket, and the gateway
 * knows who is connected from then on. It writes no access log, for which an account would first have to be set up by hand.
 */
final class SocketApi extends Construct {
    private static final String STAGE = "live";
    private static final List<String> ROUTES = List.of("$connect", "$default", "$disconnect");

    private final CfnApi api;

    SocketApi(Construct scope, String id, Deployment deployment, LifeVerseFunction function) {
        super(scope, id);
        this.api = CfnApi.Builder.create(this, "Api")
                .name(deployment.named("notices"))
                .protocolType("WEBSOCKET")
                .routeSelectionExpression("$request.body.action")
                .build();
        var integration = CfnIntegration.Builder.create(this, "Integration")
                .apiId(api.getRef())
                .integrationType("AWS_PROXY")
                .integrationUri("arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                        .formatted(stack().getPartition(), stack().getRegion(), function.liveArn()))
                .build();
        var throttle = deployment.stage().signIn();
        var stage = CfnStage.Builder.create(this, "Stage")
                .apiId(api.getRef())
                .stageName(STAGE)
                .autoDeploy(true)
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(throttle.perSecond())
                        .throttlingBurstLimit(throttle.burst())
                        .detailedMetricsEnabled(true)
                        .build())
                .build();
        for (var key : ROUTES) {
            var name = key.substring(1);
            // Beside the API: in the function's own place it would make the two depend on each other.
            CfnPermission.Builder.create(this, name + "Permission")
                    .action("lambda:InvokeFunction")
                    .functionName(function.liveArn())
                    .principal("apigateway.amazonaws.com")
                    .sourceArn(arn("*", key))
                    .build();
            var route = CfnRoute.Builder.create(this, name)
                    .apiId(api.getRef())
                    .routeKey(key)
                    .authorizationType("NONE")
                    .target("integrations/" + integration.getRef())
                    .build();
            // A stage that deploys by itself needs something to deploy.
            stage.getNode().addDependency(route);
        }
    }

    /** Where clients connect. */
    String url() {
        return api.getAttrApiEndpoint() + "/" + STAGE;
    }

    /** Where functions reach clients. */
    String endpoint() {
        return "https://%s.execute-api.%s.%s/%s"
                .formatted(api.getRef(), stack().getRegion(), stack().getUrlSuffix(), STAGE);
    }

    /** Leave to send to connections and to end them. */
    Grant toReachClients() {
        return Grant.of("execute-api:ManageConnections")
                .on(arn(STAGE, "POST/@connections/*"), arn(STAGE, "DELETE/@connections/*"));
    }

    private String arn(String stage, String rest) {
        return "arn:%s:execute-api:%s:%s:%s/%s/%s"
                .formatted(
                        stack().getPartition(), stack().getRegion(), stack().getAccount(), api.getRef(), stage, rest);
    }

    private Stack stack() {
        return Stack.of(this);
    }
}
