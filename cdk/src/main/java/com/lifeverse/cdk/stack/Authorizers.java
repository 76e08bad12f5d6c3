package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.contract.Identification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.constructs.Construct;

/** How the gateway itself tells who calls, so that a bad token costs no function run. */
final class Authorizers extends Construct {
    private final CfnApi api;
    private final Caller player;
    private final Caller staff;

    Authorizers(Construct scope, String id, CfnApi api, IdentityStack identity) {
        super(scope, id);
        this.api = api;
        var tokens = identity.playerTokens();
        this.player = jwt("player", tokens.issuer(), tokens.audience());
        this.staff = jwt("staff", identity.staffIssuer(), identity.staffAudience());
    }

    Caller of(Identification identification) {
        return switch (identification) {
            case OPEN -> new Caller("NONE", null);
            case PLAYER -> player;
            case STAFF -> staff;
            case SERVER -> new Caller("AWS_IAM", null);
        };
    }

    private Caller jwt(String name, String issuer, String audience) {
        var authorizer = CfnAuthorizer.Builder.create(this, name)
                .apiId(api.getRef())
                .name(name)
                .authorizerType("JWT")
                .identitySource(List.of("$request.header.Authorization"))
                .jwtConfiguration(CfnAuthorizer.JWTConfigurationProperty.builder()
                        .issuer(issuer)
                        .audience(List.of(audience))
                        .build())
                .build();
        return new Caller("JWT", authorizer.getRef());
    }

    /** A route's two properties that say who may call it. */
    record Caller(String type, @Nullable String authorizerId) {}
}
