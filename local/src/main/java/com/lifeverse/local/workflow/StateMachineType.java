package com.lifeverse.local.workflow;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code AWS::StepFunctions::StateMachine}, its definition inline. */
public final class StateMachineType implements ResourceType {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> HELD =
            Set.of("DefinitionString", "DefinitionSubstitutions", "RoleArn", "StateMachineType", "StateMachineName");

    /** Logs and traces are looked at in the console; tags name costs, of which there are none. */
    private static final Set<String> WITHOUT_MEANING = Set.of("LoggingConfiguration", "TracingConfiguration", "Tags");

    private final Workflows workflows;

    public StateMachineType(Workflows workflows) {
        this.workflows = workflows;
    }

    @Override
    public String name() {
        return "AWS::StepFunctions::StateMachine";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var kind = properties.text("StateMachineType").orElse("STANDARD");
        var machine = new Machine(
                properties.nameFrom("StateMachineName"),
                Machine.Kind.valueOf(kind),
                properties.required("RoleArn"),
                substituted(properties));
        workflows.create(machine);
        return new Provisioned(
                machine.arn(),
                Map.of(
                        "Arn", machine.arn(),
                        "Name", machine.name(),
                        "StateMachineRevisionId", machine.revisionId()));
    }

    private static String substituted(DeclaredProperties properties) {
        return PLACE.matcher(properties.required("DefinitionString"))
                .replaceAll(place -> Matcher.quoteReplacement(value(properties, place.group(1))));
    }

    private static String value(DeclaredProperties properties, String name) {
        var values = properties.node("DefinitionSubstitutions");
        if (!values.has(name)) {
            throw properties.refusal("DefinitionString", "${" + name + "} has no substitution");
        }
        return values.get(name).asText();
    }
}
