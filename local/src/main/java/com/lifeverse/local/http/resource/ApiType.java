package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.kernel.Cloud;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGatewayV2::Api} of protocol HTTP, without CORS of its own. */
public final class ApiType implements ResourceType {
    private static final Set<String> HELD = Set.of("ProtocolType", "RouteSelectionExpression");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "IpAddressType", "Name", "Tags", "Version");

    private final Apis apis;

    public ApiType(Apis apis) {
        this.apis = apis;
    }

    @Override
    public String name() {
        return "AWS::ApiGatewayV2::Api";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.required("ProtocolType");
        properties.allowOnly("ProtocolType", "HTTP");
        properties.allowOnly("RouteSelectionExpression", "$request.method $request.path");
        var api = apis.declare(StableName.of(declaration.generatedName(), 10));
        return new Provisioned(
                api.id(),
                Map.of(
                        "ApiId",
                        api.id(),
                        "ApiEndpoint",
                        "https://" + api.domainName(),
                        "ExecutionArn",
                        Cloud.arn("execute-api", api.id())));
    }
}
