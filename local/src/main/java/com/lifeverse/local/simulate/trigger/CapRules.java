package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.trigger.Memory.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** No cap is exceeded, whoever decided in which order: a player's not, and not that of all players together. */
record CapRules(Versions versions, Decisions decisions) {
    private static final String PLAYER = "/limits/perPlayer";
    private static final String GLOBAL = "/limits/global";

    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        var everybody = new TreeMap<String, Map<Instant, Integer>>();
        decisions.remembered().forEach((subject, memory) -> {
            var own = new TreeMap<Instant, Integer>();
            for (var past : memory.are(Fate.FIRED)) {
                count(subject.trigger(), PLAYER, past.at(), own);
                count(
                        subject.trigger(),
                        GLOBAL,
                        past.at(),
                        everybody.computeIfAbsent(subject.trigger(), _ -> new TreeMap<>()));
            }
            check(subject.trigger(), PLAYER, own, found);
        });
        everybody.forEach((trigger, firings) -> check(trigger, GLOBAL, firings, found));
        return found;
    }

    private void count(String trigger, String limit, Instant at, Map<Instant, Integer> firings) {
        versions.of(trigger).stream()
                .findFirst()
                .flatMap(rule -> rule.length(limit + "/per"))
                .ifPresent(per -> firings.merge(Rule.start(per, at), 1, Integer::sum));
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
