package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.StageSettings.Throttle;
import com.lifeverse.cdk.contract.Identification;
import com.lifeverse.cdk.contract.Operation;
import com.lifeverse.cdk.contract.RouteTable;
import com.lifeverse.platform.lambda.UnknownRouteFunction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The HTTP API: one route of each operation of the contract, and the role with which game servers call theirs. */
public final class ApiStack extends StageStack {
    /** What storms when everybody comes at once, each held below the API's rate: renewals keep the rest. */
    private static final List<String> STORMY = List.of("signIn", "takeHandOff", "takeQueueTicket", "readLoginQueue");

    private final CfnApi api;
    private final Routes routes;

    public ApiStack(
            Construct app, Deployment deployment, IdentityStack identity, RouteTable<LifeVerseFunction> operations) {
        super(app, deployment, "api", "The HTTP API");
        // The gateway reads the issuer's documents when it makes the authorizer, so they have to be there.
        getNode().addDependency(identity);
        this.api = CfnApi.Builder.create(this, "Api")
                .name(deployment.named("api"))
                .protocolType("HTTP")
                .failOnWarnings(true)
                .build();
        this.routes = new Routes(this, "Routes", api, new Authorizers(this, "Authorizers", api, identity));
        operations.routes().forEach(routes::lead);
        if (deployment.stage().rollout().gradual()) {
            startQuickly(operations);
        }
        routes.leadTheRest(LifeVerseFunction.running(UnknownRouteFunction.class, "Answers calls that have no route.")
                .in(this, deployment));
        stage(deployment, operations);
        gameServerRole(operations);
        output("ApiUrl", "Where clients call", api.getAttrApiEndpoint());
    }

    /** Staff wait longer, and rather than be refused after two quiet weeks: nothing of theirs starts from a snapshot. */
    private static void startQuickly(RouteTable<LifeVerseFunction> operations) {
        operations.routes().forEach((operation, function) -> {
            switch (operation.caller()) {
                case OPEN, PLAYER, SERVER -> function.startFromSnapshots();
                case STAFF -> {
                    // As the comment above says.
                }
            }
        });
    }

    private void stage(Deployment deployment, RouteTable<LifeVerseFunction> operations) {
        var settings = deployment.stage();
        var log = LogGroup.Builder.create(this, "AccessLog")
                .retention(settings.logRetention())
                .removalPolicy(settings.removal())
                .build();
        var stage = CfnStage.Builder.create(this, "Stage")
                .apiId(api.getRef())
                .stageName("$default")
                .autoDeploy(true)
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(settings.api().perSecond())
                        .throttlingBurstLimit(settings.api().burst())
                        .detailedMetricsEnabled(true)
                        .build())
                .routeSettings(stormy(operations, settings.signIn()))
                .accessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(log.getLogGroupArn())
                        .format(AccessLog.FORMAT)
                        .build())
                .build();
        // A stage that names a route is refused while the route is not there.
        stage.getNode().addDependency(routes);
    }

    /** Free-form JSON to the CDK, hence the template's own spelling. */
    private static Map<String, Object> routeSettings(Throttle throttle) {
        var settings = new TreeMap<String, Object>();
        settings.put("DetailedMetricsEnabled", true);
        settings.put("ThrottlingBurstLimit", throttle.burst());
        settings.put("ThrottlingRateLimit", throttle.perSecond());
        return settings;
    }

    private static Map<String, Object> stormy(RouteTable<LifeVerseFunction> operations, Throttle throttle) {
        var routes = new TreeMap<String, Object>();
        for (var id : STORMY) {
            var route = operations.routes().keySet().stream()
                    .filter(operation -> operation.id().equals(id))
                    .map(Operation::routeKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the contract has no operation " + id));
            routes.put(route, routeSettings(throttle));
        }
        return routes;
    }

    /** For the machines that run matches; whoever may take it on is for the account's administrators to say. */
    private void gameServerRole(RouteTable<LifeVerseFunction> operations) {
        var arns = operations.routes().keySet().stream()
                .filter(operation -> operation.caller() == Identification.SERVER)
                .map(operation -> routes.executeArn(operation.arnSuffix()))
                .toArray(String[]::new);
        var role = Role.Builder.create(this, "GameServerRole")
                .description("Tells events as a game server")
                .assumedBy(new AccountRootPrincipal())
                .inlinePolicies(
                        Map.of("grants", Grant.of("execute-api:Invoke").on(arns).document()))
                .build();
        output("GameServerRoleArn", "The role that game servers take on", role.getRoleArn());
    }
}
