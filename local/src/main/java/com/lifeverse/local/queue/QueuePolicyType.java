package com.lifeverse.local.queue;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.iam.ResourcePolicies;
import java.util.Map;
import java.util.Set;

/** {@code AWS::SQS::QueuePolicy}: who besides roles may use its queues. */
public final class QueuePolicyType implements ResourceType {
    private static final Set<String> HELD = Set.of("PolicyDocument", "Queues");

    private final ResourcePolicies policies;

    public QueuePolicyType(ResourcePolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "AWS::SQS::QueuePolicy";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD);
        for (var url : properties.texts("Queues")) {
            policies.attach(declaration, Queue.arnOf(url), properties.node("PolicyDocument"));
        }
        return new Provisioned(declaration.generatedName(), Map.of("Id", declaration.generatedName()));
    }
}
