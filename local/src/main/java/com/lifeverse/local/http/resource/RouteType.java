package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.http.api.Access;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.api.HttpApi;
import com.lifeverse.local.http.api.Integration;
import com.lifeverse.local.http.api.Route;
import com.lifeverse.local.http.api.RouteKey;
import com.lifeverse.local.push.PushApis;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::ApiGatewayV2::Route}, open or authorized by JWT or IAM; of a WebSocket API open. */
public final class RouteType implements ResourceType {
    private static final String TARGET = "integrations/";
    private static final Set<String> HELD = Set.of(
            "ApiId",
            "RouteKey",
            "Target",
            "AuthorizationType",
            "AuthorizerId",
            "AuthorizationScopes",
            "ApiKeyRequired");
    private static final Set<String> WITHOUT_MEANING = Set.of("OperationName");

    private final Apis apis;
    private final PushApis pushApis;

    public RouteType(Apis apis, PushApis pushApis) {
        this.apis = apis;
        this.pushApis = pushApis;
    }

    @Override
    public String name() {
        return "AWS::ApiGatewayV2::Route";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.allowOnly("ApiKeyRequired", "false");
        var apiId = properties.required("ApiId");
        var key = properties.required("RouteKey");
        var target = properties.required("Target");
        var integrationId = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
        var pushApi = pushApis.find(apiId);
        if (pushApi.isPresent()) {
            properties.allowOnly("AuthorizationType", "NONE");
            pushApi.get().putRoute(key, found(pushApi.get().integration(integrationId), properties));
        } else {
            var api = apis.at(apiId);
            var integration = found(api.integration(integrationId), properties);
            api.put(new Route(RouteKey.parse(key), access(api, properties), integration));
        }
        var id = StableName.of(declaration.generatedName(), 7);
        return new Provisioned(id, Map.of("RouteId", id));
    }

    private static Integration found(Optional<Integration> integration, DeclaredProperties properties) {
        return integration.orElseThrow(
                () -> properties.refusal("Target", "there is no " + properties.required("Target")));
    }

    private static Access access(HttpApi api, DeclaredProperties properties) {
        var type = properties.text("AuthorizationType").orElse("NONE");
        return switch (type) {
            case "NONE" -> new Access.Open();
            case "AWS_IAM" -> new Access.Iam();
            case "JWT" ->
                new Access.Jwt(
                        api.authorizer(properties.required("AuthorizerId"))
                                .orElseThrow(() -> properties.refusal("AuthorizerId", "there is no such authorizer")),
                        properties.texts("AuthorizationScopes"));
            default -> throw properties.refusal("AuthorizationType", type + " is not");
        };
    }
}
