package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Parser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression of a workflow looks at and cannot: there is nothing but variables and {@code $states} for it to begin
 * with, and of that only what is known at its place.
 *
 * @see <a href="https://github.com/floci-io/floci/issues/2670">what AWS refuses, measured by others</a>
 */
final class References {
    private static final Set<String> ALWAYS = Set.of("input", "context");

    private final Set<String> known;
    private final Set<String> refused = new LinkedHashSet<>();

    private References(Set<String> known) {
        this.known = known;
    }

    /**
     * The sentences for which AWS refuses an expression.
     *
     * @param known the members of {@code $states} that are there beside input and context
     */
    static List<String> refused(String expression, Set<String> known) {
        var references = new References(known);
        references.look(new Part(new Parser().parse(expression)));
        return List.copyOf(references.refused);
    }

    private void look(Part part) {
        if (part.is("variable")) {
            variable(String.valueOf(part.value()));
        } else if (part.is("path")) {
            path(part.steps());
        } else {
            var procedure = part.procedure();
            part.inside().stream()
                    // A function that is called without its dollar sign is an error of its own.
                    .filter(inside -> !(inside.equals(procedure) && inside.is("path")))
                    .forEach(this::look);
        }
    }

    private void variable(String name) {
        if (name.isEmpty()) {
            topLevel("$");
        } else if (name.equals("$")) {
            refused.add("Reference to '$$' is not supported.");
        }
    }

    private void path(List<Part> steps) {
        var first = steps.getFirst();
        if (first.is("name")) {
            topLevel(String.valueOf(first.value()));
        } else if (first.is("variable") && "states".equals(first.value())) {
            if (steps.size() > 1 && steps.get(1).is("name")) {
                member(String.valueOf(steps.get(1).value()));
            }
        } else {
            look(first);
        }
    }

    private void member(String name) {
        if (!ALWAYS.contains(name) && !known.contains(name)) {
            refused.add("Field '$states." + name + "' does not exist.");
        }
    }

    private void topLevel(String name) {
        refused.add("Reference to '" + name + "' at the top level is not supported.");
    }
}
