package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
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
    private static final Set<String> MEANINGLESS = Set.of("LoggingConfiguration", "TracingConfiguration", "Tags");

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
        Properties.refuseOthers(declaration, HELD, MEANINGLESS);
        var properties = declaration.properties();
        var kind = properties.path("StateMachineType").asText("STANDARD");
        var machine = new Machine(
                properties.path("StateMachineName").asText(declaration.generatedName()),
                Machine.Kind.valueOf(kind),
                Properties.text(declaration, "RoleArn"),
                substituted(declaration));
        workflows.create(machine);
        return new Provisioned(
                machine.arn(),
                Map.of(
                        "Arn", machine.arn(),
                        "Name", machine.name(),
                        "StateMachineRevisionId", machine.revisionId()));
    }

    private static String substituted(Declaration declaration) {
        var values = declaration.properties().path("DefinitionSubstitutions");
        return PLACE.matcher(Properties.text(declaration, "DefinitionString"))
                .replaceAll(place -> Matcher.quoteReplacement(value(declaration, values, place.group(1))));
    }

    private static String value(Declaration declaration, JsonNode values, String name) {
        if (!values.has(name)) {
            throw new UnsupportedProperty(declaration, "DefinitionString", "${" + name + "} has no substitution");
        }
        return values.get(name).asText();
    }
}
