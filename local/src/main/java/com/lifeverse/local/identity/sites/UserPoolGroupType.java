package com.lifeverse.local.identity.sites;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;

/** {@code AWS::Cognito::UserPoolGroup}: a role that a member of staff can have. {@code Ref} is its name. */
public final class UserPoolGroupType implements ResourceType {
    private final UserPools pools;

    public UserPoolGroupType(UserPools pools) {
        this.pools = pools;
    }

    @Override
    public String name() {
        return "AWS::Cognito::UserPoolGroup";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var group = declaration.nameFrom("GroupName");
        pools.provisionGroup(declaration.properties().path("UserPoolId").asText(), group);
        return Provisioned.of(group);
    }
}
