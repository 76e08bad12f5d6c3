package com.lifeverse.local.function.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.function.InvocationPolicy;
import java.util.Set;

/** {@code AWS::Lambda::Permission}: lets an AWS service invoke a function. */
public final class PermissionResource implements ResourceType {
    private static final Set<String> HELD = Set.of("Action", "FunctionName", "Principal", "SourceArn");
    /** One account only, so which account it is for says nothing. */
    private static final Set<String> WITHOUT_MEANING = Set.of("SourceAccount");

    private final InvocationPolicy policy;

    public PermissionResource(InvocationPolicy policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return "AWS::Lambda::Permission";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.allowOnly("Action", "lambda:InvokeFunction");
        policy.allow(
                declaration.generatedName(),
                FunctionId.parse(properties.required("FunctionName")),
                properties.required("Principal"),
                properties.text("SourceArn"));
        return Provisioned.of(declaration.generatedName());
    }
}
