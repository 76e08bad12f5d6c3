package com.lifeverse.local.iam;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import java.util.Map;
import java.util.Set;

/** {@code AWS::IAM::ManagedPolicy}: a policy with an ARN that roles carry. {@code Ref} is that ARN. */
public final class ManagedPolicyType implements ResourceType {
    private final Iam iam;

    public ManagedPolicyType(Iam iam) {
        this.iam = iam;
    }

    @Override
    public String name() {
        return "AWS::IAM::ManagedPolicy";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(
                declaration, Set.of("ManagedPolicyName", "PolicyDocument", "Roles"), Set.of("Description", "Path"));
        var arn = Cloud.globalArn("iam", "policy/" + properties.nameFrom("ManagedPolicyName"));
        iam.putManaged(arn, PolicyDocuments.parse(declaration, "PolicyDocument", properties.node("PolicyDocument")));
        properties.texts("Roles").forEach(role -> iam.attach(PolicyDocuments.roleArn(role), arn));
        return new Provisioned(arn, Map.of("PolicyArn", arn));
    }
}
