package com.lifeverse.local.workflow;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Optional;
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
        Properties.refuseOthers(declaration, HELD, Set.of("Description"));
        var revision = declaration.properties().path("StateMachineRevisionId");
        var arn = workflows.publish(
                Properties.text(declaration, "StateMachineArn"),
                revision.isTextual() ? Optional.of(revision.textValue()) : Optional.empty());
        return new Provisioned(arn, Map.of("Arn", arn));
    }
}
