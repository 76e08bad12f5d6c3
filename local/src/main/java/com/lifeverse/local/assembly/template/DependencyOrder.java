package com.lifeverse.local.assembly.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what is needed before what needs it; otherwise keeps the order given, so that two runs are the same. */
final class DependencyOrder {
    private final String what;
    private final Map<String, Set<String>> needs;
    private final Set<String> placed = new LinkedHashSet<>();
    private final List<String> trail = new ArrayList<>();

    private DependencyOrder(String what, Map<String, Set<String>> needs) {
        this.what = what;
        this.needs = needs;
    }

    /**
     * The names in order. A need that is not itself a name is ignored.
     *
     * @param what names the whole in the error
     * @throws TemplateError if some need each other, with the members of one such cycle
     */
    static List<String> of(String what, Map<String, Set<String>> needs) {
        var order = new DependencyOrder(what, needs);
        needs.keySet().forEach(order::place);
        return List.copyOf(order.placed);
    }

    private void place(String name) {
        if (placed.contains(name) || !needs.containsKey(name)) {
            return;
        }
        int seen = trail.indexOf(name);
        if (seen >= 0) {
            var cycle = new ArrayList<>(trail.subList(seen, trail.size()));
            cycle.add(name);
            throw new TemplateError("%s need each other: %s".formatted(what, String.join(" → ", cycle)));
        }
        trail.add(name);
        needs.getOrDefault(name, Set.of()).forEach(this::place);
        trail.removeLast();
        placed.add(name);
    }
}
