package com.lifeverse.local.queue;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.iam.ResourcePolicies;
import java.util.Map;
import java.util.Set;

/** {@code AWS::SQS::QueuePolicy}: who besides roles may use its queues. */
public final class QueuePolicyType implements ResourceType {
    private static final HeldProperties PROPERTIES = new HeldProperties(Set.of("PolicyDocument", "Queues"), Set.of());

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
        PROPERTIES.check(declaration);
        var document = declaration.properties().path("PolicyDocument");
        for (var url : declaration.properties().path("Queues")) {
            policies.attach(declaration, Queue.arnOf(url.asText()), document);
        }
        return new Provisioned(declaration.generatedName(), Map.of("Id", declaration.generatedName()));
    }
}
