package com.lifeverse.local.function.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.iam.ResourcePolicies;
import java.util.Set;

/** {@code AWS::Lambda::Permission}: lets an AWS service invoke a function. */
public final class PermissionType implements ResourceType {
    private static final Set<String> HELD = Set.of("Action", "FunctionName", "Principal", "SourceArn");
    /** One account only, so which account it is for says nothing. */
    private static final Set<String> WITHOUT_MEANING = Set.of("SourceAccount");

    private final ResourcePolicies policies;

    public PermissionType(ResourcePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "AWS::Lambda::Permission";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.allowOnly("Action", "lambda:InvokeFunction");
        policies.permit(
                declaration,
                FunctionId.parse(properties.required("FunctionName")).arn(),
                properties.required("Principal"),
                "lambda:InvokeFunction",
                properties.text("SourceArn"));
        return Provisioned.of(declaration.generatedName());
    }
}
