package com.lifeverse.local.assembly.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The order in which a stack's resources can be made: each after all that it refers to or names in DependsOn. */
public final class ProvisioningOrder {
    private static final References NOTHING_YET = new NothingYet();

    private final Intrinsics intrinsics;
    private final Set<String> found = new LinkedHashSet<>();

    private ProvisioningOrder(Intrinsics intrinsics) {
        this.intrinsics = intrinsics;
    }

    /**
     * The resources whose conditions hold, in order.
     *
     * @throws TemplateError if some need each other, with their logical ids
     */
    public static List<Stack.Resource> of(Stack stack) {
        var intrinsics = new Intrinsics(stack, NOTHING_YET);
        var resources = stack.resources();
        var needs = new LinkedHashMap<String, Set<String>>();
        resources.values().stream()
                .filter(resource -> intrinsics.holds(resource.condition()))
                .forEach(resource -> needs.put(resource.logicalId(), needs(intrinsics, resource)));
        return DependencyOrder.of("Resources of stack " + stack.name(), needs).stream()
                .flatMap(id -> Optional.ofNullable(resources.get(id)).stream())
                .toList();
    }

    private static Set<String> needs(Intrinsics intrinsics, Stack.Resource resource) {
        var order = new ProvisioningOrder(intrinsics);
        order.found.addAll(resource.dependsOn());
        order.visit(resource.properties());
        return order.found;
    }

    private void visit(JsonNode node) {
        var function = Intrinsics.function(node).orElse("");
        var argument = node.path(function);
        switch (function) {
            case "Ref" -> found.add(argument.asText());
            case "Fn::GetAtt" -> found.add(owner(argument.isArray() ? argument.path(0) : argument));
            case "Fn::Sub" -> {
                var text = argument.isArray() ? argument.path(0) : argument;
                Substitution.places(text.asText()).forEach(place -> found.add(beforeDot(place)));
                argument.path(1).forEach(this::visit);
            }
            case "Fn::If" -> {
                // Only the branch taken is followed: the other may name what is not made.
                var condition = Optional.of(argument.path(0).asText());
                visit(argument.path(intrinsics.holds(condition) ? 1 : 2));
            }
            default -> node.forEach(this::visit);
        }
    }

    private static String owner(JsonNode reference) {
        return beforeDot(reference.asText());
    }

    private static String beforeDot(String place) {
        int dot = place.indexOf('.');
        return dot < 0 ? place : place.substring(0, dot);
    }

    /** Conditions are decided before anything is made, so they can refer to parameters only. */
    private static final class NothingYet implements References {
        @Override
        public String ref(String logicalId) {
            throw new TemplateError("A condition refers to " + logicalId + ", which is no parameter with a default");
        }

        @Override
        public String attribute(String logicalId, String attribute) {
            throw new TemplateError("A condition refers to " + logicalId + "." + attribute);
        }

        @Override
        public String exported(String name) {
            throw new TemplateError("A condition refers to the export " + name);
        }

        @Override
        public String output(String stack, String output) {
            throw new TemplateError("A condition refers to the output " + output + " of " + stack);
        }
    }
}
