package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.contract.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * The routes of an API. A function has one integration however many routes lead to it. The leave to call a function is
 * made here, beside the API that calls it: in the function's own stack it would make the two stacks depend on each other.
 */
final class Routes extends Construct {
    private final CfnApi api;
    private final Authorizers authorizers;
    private final Map<LifeVerseFunction, CfnIntegration> integrations = new LinkedHashMap<>();

    Routes(Construct scope, String id, CfnApi api, Authorizers authorizers) {
        super(scope, id);
        this.api = api;
        this.authorizers = authorizers;
    }

    void lead(Operation operation, LifeVerseFunction function) {
        var caller = authorizers.of(operation.caller());
        permit(operation.id(), operation.arnSuffix(), function);
        CfnRoute.Builder.create(this, operation.id())
                .apiId(api.getRef())
                .routeKey(operation.routeKey())
                .operationName(operation.id())
                .authorizationType(caller.type())
                .authorizerId(caller.authorizerId())
                .target(target(function))
                .build();
    }

    /** Where everything goes that no operation is for. */
    void leadTheRest(LifeVerseFunction function) {
        // From anywhere in the API: what the gateway calls this route's place is not documented.
        permit("unknownRoute", "*", function);
        CfnRoute.Builder.create(this, "unknownRoute")
                .apiId(api.getRef())
                .routeKey("$default")
                .authorizationType("NONE")
                .target(target(function))
                .build();
    }

    private String target(LifeVerseFunction function) {
        return "integrations/"
                + integrations.computeIfAbsent(function, this::integration).getRef();
    }

    private CfnIntegration integration(LifeVerseFunction function) {
        return CfnIntegration.Builder.create(this, function.getNode().getId() + "Integration")
                .apiId(api.getRef())
                .integrationType("AWS_PROXY")
                .integrationUri(function.liveArn())
                .payloadFormatVersion("2.0")
                .build();
    }

    private void permit(String operationId, String arnSuffix, LifeVerseFunction function) {
        CfnPermission.Builder.create(this, operationId + "Permission")
                .action("lambda:InvokeFunction")
                .functionName(function.liveArn())
                .principal("apigateway.amazonaws.com")
                .sourceArn(executeArn(arnSuffix))
                .build();
    }

    /** What {@code execute-api} calls a route, on any stage of the API. */
    String executeArn(String arnSuffix) {
        var stack = Stack.of(this);
        return "arn:%s:execute-api:%s:%s:%s/*/%s"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), api.getRef(), arnSuffix);
    }
}
