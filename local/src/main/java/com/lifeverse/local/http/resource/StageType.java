package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.api.Stage;
import com.lifeverse.local.push.PushApis;
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
    private final PushApis pushApis;
    private final InstantSource clock;

    public StageType(Apis apis, PushApis pushApis, InstantSource clock) {
        this.apis = apis;
        this.pushApis = pushApis;
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
                .members("RouteSettings", SETTINGS)
                .forEach((route, settings) -> throttle(settings).ifPresent(throttle -> byRoute.put(route, throttle)));
        var stage = new Stage(
                name, variables, throttle(properties.within("DefaultRouteSettings", SETTINGS)), byRoute, clock);
        var apiId = properties.required("ApiId");
        pushApis.find(apiId)
                .ifPresentOrElse(api -> api.put(stage), () -> apis.at(apiId).put(stage));
        return Provisioned.of(name);
    }

    private static Optional<Stage.Throttle> throttle(DeclaredProperties settings) {
        var rate = settings.node(RATE);
        var burst = settings.node(BURST);
        return rate.isMissingNode() && burst.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Stage.Throttle(rate.asDouble(ACCOUNT.rate()), burst.asDouble(ACCOUNT.burst())));
    }
}
