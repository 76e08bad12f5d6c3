package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.auth.JwtAuthorizer;
import com.lifeverse.local.kernel.Sites;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGatewayV2::Authorizer} of type JWT. As on AWS, the issuer must answer when it is made. */
public final class AuthorizerType implements ResourceType {
    private static final Set<String> HELD = Set.of("ApiId", "AuthorizerType", "IdentitySource", "JwtConfiguration");
    private static final Set<String> WITHOUT_MEANING = Set.of("Name");

    private final Apis apis;
    private final Sites sites;
    private final InstantSource clock;

    /** Makes authorizers of {@code apis} whose issuers publish their documents at {@code sites}. */
    public AuthorizerType(Apis apis, Sites sites, InstantSource clock) {
        this.apis = apis;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "AWS::ApiGatewayV2::Authorizer";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.required("AuthorizerType");
        properties.allowOnly("AuthorizerType", "JWT");
        var sources = properties.texts("IdentitySource");
        if (sources.size() != 1 || !sources.getFirst().matches("\\$request\\.(header|querystring)\\.[\\w-]+")) {
            throw properties.refusal("IdentitySource", "only one header or one query parameter is");
        }
        var audience = new ArrayList<String>();
        properties.node("JwtConfiguration").path("Audience").forEach(one -> audience.add(one.asText()));
        var issuer = properties.node("JwtConfiguration").path("Issuer").asText();
        if (issuer.isEmpty() || audience.isEmpty()) {
            throw properties.refusal("JwtConfiguration", "it must state Issuer and Audience");
        }
        var id = StableName.of(declaration.generatedName(), 6);
        apis.at(properties.required("ApiId"))
                .putAuthorizer(id, new JwtAuthorizer(issuer, audience, sources.getFirst(), sites, clock));
        return new Provisioned(id, Map.of("AuthorizerId", id));
    }
}
