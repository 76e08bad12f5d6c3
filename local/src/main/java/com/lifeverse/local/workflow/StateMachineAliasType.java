package com.lifeverse.local.workflow;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code AWS::StepFunctions::StateMachineAlias}. Weights are held. A deployment preference points to its version at
 * once: on one machine there is no fleet to shift by and by.
 */
public final class StateMachineAliasType implements ResourceType {
    private static final Set<String> HELD = Set.of("Name", "RoutingConfiguration", "DeploymentPreference");

    private final Workflows workflows;

    public StateMachineAliasType(Workflows workflows) {
        this.workflows = workflows;
    }

    @Override
    public String name() {
        return "AWS::StepFunctions::StateMachineAlias";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, Set.of("Description"));
        var arn = workflows.alias(properties.required("Name"), routes(properties));
        return new Provisioned(arn, Map.of("Arn", arn));
    }

    private static List<Machines.Route> routes(DeclaredProperties properties) {
        var routes = new ArrayList<Machines.Route>();
        for (var route : properties.node("RoutingConfiguration")) {
            routes.add(new Machines.Route(
                    route.path("StateMachineVersionArn").asText(),
                    route.path("Weight").asInt()));
        }
        var preferred = properties.node("DeploymentPreference").path("StateMachineVersionArn");
        if (preferred.isTextual()) {
            routes.add(new Machines.Route(preferred.textValue(), 100));
        }
        if (routes.stream().mapToInt(Machines.Route::weight).sum() != 100) {
            throw properties.refusal("RoutingConfiguration", "weights have to add up to 100");
        }
        return routes;
    }
}
