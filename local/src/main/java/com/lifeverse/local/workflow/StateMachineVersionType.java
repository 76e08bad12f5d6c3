package com.lifeverse.local.workflow;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Set;

/** {@code AWS::StepFunctions::StateMachineVersion}: keeps its number as long as the revision stays the same. */
public final class StateMachineVersionType implements ResourceType {
    private static final Set<String> HELD = Set.of("StateMachineArn", "StateMachineRevisionId");

    private final Workflows workflows;

    public StateMachineVersionType(Workflows workflows) {
        this.workflows = workflows;
    }

    @Override
    public String name() {
        return "AWS::StepFunctions::StateMachineVersion";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, Set.of("Description"));
        var arn = workflows.publish(properties.required("StateMachineArn"), properties.text("StateMachineRevisionId"));
        return new Provisioned(arn, Map.of("Arn", arn));
    }
}
