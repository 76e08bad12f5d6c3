package com.lifeverse.local.identity.sites;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Set;

/** {@code AWS::Cognito::UserPoolGroup}: a role that a member of staff can have. {@code Ref} is its name. */
public final class UserPoolGroupType implements ResourceType {
    private static final Set<String> HELD = Set.of("GroupName", "UserPoolId");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "Precedence", "RoleArn");

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
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var group = properties.nameFrom("GroupName");
        pools.provisionGroup(properties.required("UserPoolId"), group);
        return Provisioned.of(group);
    }
}
