package com.lifeverse.local.identity.sites;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import java.util.Map;

/** {@code AWS::Cognito::UserPool}. {@code Ref} is its id. How people sign in to it does not matter here. */
public final class UserPoolType implements ResourceType {
    private final UserPools pools;

    public UserPoolType(UserPools pools) {
        this.pools = pools;
    }

    @Override
    public String name() {
        return "AWS::Cognito::UserPool";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var id = pools.provision(declaration.generatedName());
        var issuer = UserPools.issuer(id);
        return new Provisioned(
                id,
                Map.of(
                        "UserPoolId",
                        id,
                        "Arn",
                        Cloud.arn("cognito-idp", "userpool/" + id),
                        "ProviderName",
                        issuer.substring("https://".length()),
                        "ProviderURL",
                        issuer));
    }
}
