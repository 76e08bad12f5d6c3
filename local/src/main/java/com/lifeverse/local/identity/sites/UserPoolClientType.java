package com.lifeverse.local.identity.sites;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;

/** {@code AWS::Cognito::UserPoolClient}. {@code Ref} is its id, which tokens carry as {@code client_id}. */
public final class UserPoolClientType implements ResourceType {
    private final UserPools pools;

    public UserPoolClientType(UserPools pools) {
        this.pools = pools;
    }

    @Override
    public String name() {
        return "AWS::Cognito::UserPoolClient";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var pool = declaration.properties().path("UserPoolId").asText();
        var id = pools.provisionClient(pool, declaration.generatedName());
        return new Provisioned(id, Map.of("ClientId", id));
    }
}
