package com.lifeverse.local.iam;

import com.lifeverse.local.assembly.Declaration;
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
        declaration.holdOnly(Set.of("PolicyDocument", "PolicyName", "Roles"));
        var properties = declaration.properties();
        var policy = PolicyDocuments.parse(declaration, "PolicyDocument", properties.path("PolicyDocument"));
        var name = declaration.nameFrom("PolicyName");
        properties.path("Roles").forEach(role -> iam.putInline(PolicyDocuments.roleArn(role.asText()), name, policy));
        return new Provisioned(name, Map.of("Id", name));
    }
}
