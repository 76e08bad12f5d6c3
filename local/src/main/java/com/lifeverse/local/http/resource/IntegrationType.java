package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.api.Integration;
import com.lifeverse.local.push.PushApis;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code AWS::ApiGatewayV2::Integration} with a function: of an HTTP API in payload format 2.0, of a WebSocket API in the only one there is. */
public final class IntegrationType implements ResourceType {
    private static final Set<String> HELD = Set.of(
            "ApiId", "IntegrationType", "IntegrationUri", "PayloadFormatVersion", "TimeoutInMillis", "ConnectionType");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "IntegrationMethod");
    private static final Pattern INVOCATION =
            Pattern.compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");
    private static final int LONGEST_MILLIS = 30_000;

    private final Apis apis;
    private final PushApis pushApis;

    public IntegrationType(Apis apis, PushApis pushApis) {
        this.apis = apis;
        this.pushApis = pushApis;
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
        int millis = properties.number("TimeoutInMillis").orElse(LONGEST_MILLIS);
        if (millis < 50 || millis > LONGEST_MILLIS) {
            throw properties.refusal("TimeoutInMillis", "it is 50 to 30000");
        }
        var id = StableName.of(declaration.generatedName(), 7);
        var apiId = properties.required("ApiId");
        var integration = new Integration(function(properties), Duration.ofMillis(millis));
        var pushApi = pushApis.find(apiId);
        if (pushApi.isPresent()) {
            properties.allowOnly("PayloadFormatVersion", "1.0");
            if (!properties.required("IntegrationUri").startsWith("arn:aws:apigateway:")) {
                throw properties.refusal("IntegrationUri", "a WebSocket API calls a function by its invocation ARN");
            }
            pushApi.get().putIntegration(id, integration);
        } else {
            properties.required("PayloadFormatVersion");
            properties.allowOnly("PayloadFormatVersion", "2.0");
            apis.at(apiId).putIntegration(id, integration);
        }
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
