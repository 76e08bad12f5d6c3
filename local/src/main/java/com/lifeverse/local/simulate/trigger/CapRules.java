package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.trigger.Memory.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** No cap is exceeded, whoever decided in which order: a player's not, and not that of all players together. */
record CapRules(Versions versions, Decisions decisions) {
    private static final String PLAYER = "/limits/perPlayer";
    private static final String GLOBAL = "/limits/global";

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        var everybody = new TreeMap<String, Map<Instant, Integer>>();
        decisions.remembered().forEach((subject, memories) -> {
            check(subject.trigger(), PLAYER, least(subject.trigger(), PLAYER, memories), found);
            least(subject.trigger(), GLOBAL, memories)
                    .forEach((stretch, times) -> everybody
                            .computeIfAbsent(subject.trigger(), _ -> new TreeMap<>())
                            .merge(stretch, times, Integer::sum));
        });
        everybody.forEach((trigger, firings) -> check(trigger, GLOBAL, firings, found));
        return found;
    }

    /** How often it fired in each stretch at least: of two events with one outcome it may not be known which it was that fired. */
    private Map<Instant, Integer> least(String trigger, String limit, Set<Memory> memories) {
        var all =
                memories.stream().map(memory -> firings(trigger, limit, memory)).toList();
        var least = new TreeMap<Instant, Integer>();
        all.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .forEach(stretch -> least.put(
                        stretch,
                        all.stream()
                                .mapToInt(each -> each.getOrDefault(stretch, 0))
                                .min()
                                .orElse(0)));
        return least;
    }

    private Map<Instant, Integer> firings(String trigger, String limit, Memory memory) {
        var firings = new TreeMap<Instant, Integer>();
        versions.of(trigger).stream()
                .findFirst()
                .flatMap(rule -> rule.length(limit + "/per"))
                .ifPresent(per -> memory.are(Fate.FIRED)
                        .forEach(past -> firings.merge(Rule.start(per, past.at()), 1, Integer::sum)));
        return firings;
    }

    private void check(String trigger, String limit, Map<Instant, Integer> firings, List<Violation> found) {
        int most = versions.of(trigger).stream()
                .mapToInt(rule -> rule.number(limit + "/times"))
                .max()
                .orElse(0);
        firings.forEach((stretch, times) -> {
            if (times > most) {
                found.add(Violation.inTheEnd(
                        "no-cap-is-exceeded",
                        "%s fired %d times from %s on, by %s %d".formatted(trigger, times, stretch, limit, most)));
            }
        });
    }
}
