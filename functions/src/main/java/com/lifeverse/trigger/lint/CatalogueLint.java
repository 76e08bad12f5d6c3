package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What triggers must keep together: none may cause itself, and nothing that a client says may end in something of value, over other
 * triggers and over the player's profile neither.
 */
public record CatalogueLint(Surroundings surroundings) {
    /** Everything that is wrong, by the trigger, with the way that leads there. Of a trigger, all versions may be among them. */
    public Map<Trigger, List<Violation>> findings(List<Trigger> triggers) {
        var causes = new Causes(triggers, surroundings.profile());
        var moved = new ClientMoves(surroundings, causes, triggers);
        var findings = new LinkedHashMap<Trigger, List<Violation>>();
        triggers.stream().sorted(Comparator.comparing(Trigger::id)).forEach(trigger -> {
            var found = new ArrayList<Violation>();
            Optional.ofNullable(causes.ways(trigger).get(trigger))
                    .ifPresent(way -> found.add(new Violation("/effects", "can cause itself: " + trigger.id() + way)));
            if (trigger.grants()) {
                found.addAll(moved.findings(trigger));
            }
            if (!found.isEmpty()) {
                findings.put(trigger, List.copyOf(found));
            }
        });
        return findings;
    }
}
