package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.api.Integration;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code AWS::ApiGatewayV2::Integration} with a function, payload format 2.0. */
public final class IntegrationType implements ResourceType {
    private static final Set<String> HELD = Set.of(
            "ApiId", "IntegrationType", "IntegrationUri", "PayloadFormatVersion", "TimeoutInMillis", "ConnectionType");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "IntegrationMethod");
    private static final Pattern INVOCATION =
            Pattern.compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");
    private static final int LONGEST_MILLIS = 30_000;

    private final Apis apis;

    public IntegrationType(Apis apis) {
        this.apis = apis;
    }

    @Override
    public String name() {
        return "AWS::ApiGatewayV2::Integration";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.allowOnly("IntegrationType", "AWS_PROXY");
        properties.allowOnly("ConnectionType", "INTERNET");
        properties.required("PayloadFormatVersion");
        properties.allowOnly("PayloadFormatVersion", "2.0");
        int millis = properties.number("TimeoutInMillis").orElse(LONGEST_MILLIS);
        if (millis < 50 || millis > LONGEST_MILLIS) {
            throw properties.refusal("TimeoutInMillis", "it is 50 to 30000");
        }
        var id = StableName.of(declaration.generatedName(), 7);
        apis.at(properties.required("ApiId"))
                .putIntegration(id, new Integration(function(properties), Duration.ofMillis(millis)));
        return new Provisioned(id, Map.of("IntegrationId", id));
    }

    private static String function(DeclaredProperties properties) {
        var uri = properties.required("IntegrationUri");
        var invocation = INVOCATION.matcher(uri);
        var function = invocation.matches() ? invocation.group(1) : uri;
        if (!function.startsWith("arn:aws:lambda:")) {
            throw properties.refusal("IntegrationUri", "only a function is");
        }
        return function;
    }
}
