package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.push.PushApis;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGatewayV2::Api}: HTTP without CORS of its own, or WebSocket. */
public final class ApiType implements ResourceType {
    private static final Set<String> HELD = Set.of("ProtocolType", "RouteSelectionExpression");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "IpAddressType", "Name", "Tags", "Version");

    private final Apis apis;
    private final PushApis pushApis;

    public ApiType(Apis apis, PushApis pushApis) {
        this.apis = apis;
        this.pushApis = pushApis;
    }

    @Override
    public String name() {
        return "AWS::ApiGatewayV2::Api";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var id = StableName.of(declaration.generatedName(), 10);
        return switch (properties.required("ProtocolType")) {
            case "WEBSOCKET" -> {
                var selection = properties.required("RouteSelectionExpression");
                var api = pushApis.declare(id, selection);
                yield provisioned(id, "wss://" + api.domainName());
            }
            case "HTTP" -> {
                properties.allowOnly("RouteSelectionExpression", "$request.method $request.path");
                yield provisioned(id, "https://" + apis.declare(id).domainName());
            }
            default -> throw properties.refusal("ProtocolType", "it is HTTP or WEBSOCKET");
        };
    }

    private static Provisioned provisioned(String id, String endpoint) {
        return new Provisioned(
                id, Map.of("ApiId", id, "ApiEndpoint", endpoint, "ExecutionArn", Cloud.arn("execute-api", id)));
    }
}
