package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What triggers must keep together: none may cause itself, and nothing that a client says may end in something of value. */
public record CatalogueLint(Surroundings surroundings) {
    /** Everything that is wrong, by the trigger's name, with the way that leads there. */
    public Map<String, List<Violation>> findings(List<Trigger> triggers) {
        var causes = new Causes(triggers);
        var findings = new LinkedHashMap<String, List<Violation>>();
        triggers.stream().sorted(Comparator.comparing(Trigger::id)).forEach(trigger -> {
            var found = new ArrayList<Violation>();
            way(causes, trigger, trigger)
                    .ifPresent(way -> found.add(new Violation("/effects", "can cause itself: " + trigger.id() + way)));
            if (trigger.grants()) {
                triggers.stream()
                        .filter(first -> !first.equals(trigger))
                        .filter(this::hearsClients)
                        .map(first -> way(causes, first, trigger).map(way -> first.id() + way))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(way -> found.add(new Violation(
                                "/when", "leads from what clients say to a grant; a hacked one would mint: " + way)));
            }
            if (!found.isEmpty()) {
                findings.put(trigger.id(), List.copyOf(found));
            }
        });
        return findings;
    }

    private boolean hearsClients(Trigger trigger) {
        Predicate<EventType> byPlayers = type -> type.producers().contains(EventType.PLAYER);
        return trigger.heardTypes().stream()
                .anyMatch(name ->
                        surroundings.types().apply(name).filter(byPlayers).isPresent());
    }

    /** The shortest way from what one trigger leads to, to the other; empty if there is none. */
    private static Optional<String> way(Causes causes, Trigger from, Trigger to) {
        var ways = new HashMap<Trigger, String>();
        var open = new ArrayDeque<Trigger>();
        open.add(from);
        while (!open.isEmpty()) {
            var at = open.remove();
            for (var step : causes.of(at)) {
                var way = Optional.ofNullable(ways.get(at)).orElse("") + " → " + step.type() + " → "
                        + step.next().id();
                if (step.next().equals(to)) {
                    return Optional.of(way);
                }
                if (ways.putIfAbsent(step.next(), way) == null) {
                    open.add(step.next());
                }
            }
        }
        return Optional.empty();
    }
}
