package com.lifeverse.local.iam;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Set;

/** {@code AWS::IAM::Policy}: statements that are put into roles. */
public final class InlinePolicyType implements ResourceType {
    private final Iam iam;

    public InlinePolicyType(Iam iam) {
        this.iam = iam;
    }

    @Override
    public String name() {
        return "AWS::IAM::Policy";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, Set.of("PolicyDocument", "PolicyName", "Roles"));
        var policy = PolicyDocuments.parse(declaration, "PolicyDocument", properties.node("PolicyDocument"));
        var name = properties.nameFrom("PolicyName");
        properties.texts("Roles").forEach(role -> iam.putInline(PolicyDocuments.roleArn(role), name, policy));
        return new Provisioned(name, Map.of("Id", name));
    }
}
