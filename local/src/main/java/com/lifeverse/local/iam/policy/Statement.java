package com.lifeverse.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One statement of a policy.
 *
 * @param allows false for {@code Deny}
 */
record Statement(boolean allows, Principals principals, Match actions, Match resources, List<Condition> conditions) {
    private static final Set<String> ELEMENTS =
            Set.of("Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition");

    /** Patterns of which any must match, or none if negated. */
    record Match(boolean negated, List<Glob> patterns) {
        boolean of(String text) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(text)) != negated;
        }
    }

    static Statement parse(JsonNode node) {
        node.fieldNames().forEachRemaining(element -> {
            if (!ELEMENTS.contains(element)) {
                throw new UnsupportedPolicy("The policy element " + element + " is not evaluated locally");
            }
        });
        if (!node.has("Action") && !node.has("NotAction")) {
            throw new UnsupportedPolicy("A policy statement states no action");
        }
        var actions = match(node, "Action", "NotAction");
        return new Statement(
                allows(node.path("Effect").asText()),
                Principals.parse(node.path("Principal")),
                new Match(
                        actions.negated(),
                        actions.patterns().stream().map(Glob::ignoringCase).toList()),
                match(node, "Resource", "NotResource"),
                Condition.parse(node.path("Condition")));
    }

    boolean appliesTo(Request request) {
        return principals.include(request.principal())
                && actions.of(request.action().toLowerCase(Locale.ROOT))
                && resources.of(request.resource())
                && conditions.stream().allMatch(condition -> condition.holds(request));
    }

    /** One text or a list of texts; policies may write either. */
    static List<String> texts(JsonNode node) {
        if (node.isValueNode()) {
            return List.of(node.asText());
        }
        var texts = new ArrayList<String>();
        node.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    private static boolean allows(String effect) {
        return switch (effect) {
            case "Allow" -> true;
            case "Deny" -> false;
            default -> throw new UnsupportedPolicy("The effect '" + effect + "' is neither Allow nor Deny");
        };
    }

    // A trust policy states no resource: it is about the role that carries it.
    private static Match match(JsonNode node, String name, String negatedName) {
        boolean negated = node.has(negatedName);
        var stated = negated ? node.path(negatedName) : node.path(name);
        if (stated.isMissingNode()) {
            return new Match(true, List.of());
        }
        return new Match(negated, texts(stated).stream().map(Statement::glob).toList());
    }

    private static Glob glob(String pattern) {
        if (pattern.contains("${")) {
            throw new UnsupportedPolicy("The policy variable in " + pattern + " is not known locally");
        }
        return new Glob(pattern);
    }
}
