package com.lifeverse.local.http.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.resource.DeclaredProperties;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.api.Stage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::ApiGatewayV2::Stage} that deploys by itself. */
public final class StageType implements ResourceType {
    private static final Set<String> HELD =
            Set.of("ApiId", "StageName", "AutoDeploy", "DefaultRouteSettings", "RouteSettings", "StageVariables");
    private static final Set<String> WITHOUT_MEANING = Set.of("AccessLogSettings", "Description", "Tags");
    private static final String RATE = "ThrottlingRateLimit";
    private static final String BURST = "ThrottlingBurstLimit";
    private static final Set<String> SETTINGS = Set.of(RATE, BURST, "DetailedMetricsEnabled");

    /** What AWS grants an account in most regions, where only one of the two is stated. */
    private static final Stage.Throttle ACCOUNT = new Stage.Throttle(10_000, 5_000);

    private final Apis apis;
    private final InstantSource clock;

    public StageType(Apis apis, InstantSource clock) {
        this.apis = apis;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "AWS::ApiGatewayV2::Stage";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.required("AutoDeploy");
        properties.allowOnly("AutoDeploy", "true");
        var name = properties.required("StageName");
        var variables = new LinkedHashMap<String, String>();
        properties
                .node("StageVariables")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        var byRoute = new LinkedHashMap<String, Stage.Throttle>();
        properties
                .node("RouteSettings")
                .properties()
                .forEach(route -> throttle(properties, "RouteSettings", route.getValue())
                        .ifPresent(throttle -> byRoute.put(route.getKey(), throttle)));
        apis.at(properties.required("ApiId"))
                .put(new Stage(
                        name,
                        variables,
                        throttle(properties, "DefaultRouteSettings", properties.node("DefaultRouteSettings")),
                        byRoute,
                        clock));
        return Provisioned.of(name);
    }

    private static Optional<Stage.Throttle> throttle(DeclaredProperties properties, String where, JsonNode settings) {
        settings.fieldNames().forEachRemaining(setting -> {
            if (!SETTINGS.contains(setting)) {
                throw properties.refusal(where, "it has " + setting);
            }
        });
        return settings.has(RATE) || settings.has(BURST)
                ? Optional.of(new Stage.Throttle(
                        settings.path(RATE).asDouble(ACCOUNT.rate()),
                        settings.path(BURST).asDouble(ACCOUNT.burst())))
                : Optional.empty();
    }
}
