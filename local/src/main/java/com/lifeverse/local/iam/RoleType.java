package com.lifeverse.local.iam;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.iam.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code AWS::IAM::Role}. {@code Ref} is its name. */
public final class RoleType implements ResourceType {
    private static final int LONGEST_NAME = 64;
    private static final Set<String> HELD =
            Set.of("AssumeRolePolicyDocument", "ManagedPolicyArns", "Policies", "RoleName");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "MaxSessionDuration", "Tags");

    private final Iam iam;

    public RoleType(Iam iam) {
        this.iam = iam;
    }

    @Override
    public String name() {
        return "AWS::IAM::Role";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var name = StableName.within(LONGEST_NAME, properties.nameFrom("RoleName"));
        var arn = PolicyDocuments.roleArn(name);
        iam.putRole(
                arn,
                PolicyDocuments.parse(
                        declaration, "AssumeRolePolicyDocument", properties.node("AssumeRolePolicyDocument")),
                inline(declaration),
                attached(properties));
        return new Provisioned(name, Map.of("Arn", arn, "RoleId", StableName.roleId(arn)));
    }

    private static Map<String, Policy> inline(Declaration declaration) {
        var inline = new HashMap<String, Policy>();
        declaration
                .properties()
                .path("Policies")
                .forEach(each -> inline.put(
                        each.path("PolicyName").asText(),
                        PolicyDocuments.parse(declaration, "Policies", each.path("PolicyDocument"))));
        return inline;
    }

    private List<String> attached(DeclaredProperties properties) {
        var arns = new ArrayList<String>();
        properties.texts("ManagedPolicyArns").forEach(arn -> {
            if (AwsManagedPolicies.owns(arn)) {
                iam.putManaged(
                        arn,
                        AwsManagedPolicies.find(arn)
                                .orElseThrow(() -> properties.refusal(
                                        "ManagedPolicyArns", "what " + arn + " allows is not known")));
            } else if (!iam.hasManaged(arn)) {
                throw properties.refusal("ManagedPolicyArns", "no template states " + arn);
            }
            arns.add(arn);
        });
        return arns;
    }
}
