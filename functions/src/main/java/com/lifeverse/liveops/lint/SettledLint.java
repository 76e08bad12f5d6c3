package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An occurrence is seen to the end once: its rewards are settled then, and its messages are told. One that would run again would give its
 * players nothing, and those that it had had it all. Where nothing was to be settled, and nothing is to be done, it may run on.
 */
final class SettledLint {
    /** So many are told of; all are looked at. */
    private static final int TOLD = 20;

    private SettledLint() {}

    /** What would run again in {@code wanted}. */
    static List<Finding> findings(List<Tenure> past, LiveEvent wanted, Duration grace, Instant now) {
        // By whatever clocks another revision began it.
        var latest = LocalDateTime.ofInstant(now, ZoneOffset.MAX);
        var running = wanted.calendar()
                .occurrences(now, Reach.LAST)
                .takeWhile(last -> !last.name().isAfter(latest))
                .filter(last -> now.isBefore(last.ends()))
                .limit(Unsettled.MOST + 1L)
                .map(Occurrence::name)
                .toList();
        if (past.isEmpty() || running.isEmpty()) {
            return List.of();
        }
        if (running.size() > Unsettled.MOST) {
            return List.of(Unsettled.tooMany("over", "would run, and some of them were over by what players had"));
        }
        return had(past, running, latest).values().stream()
                .flatMap(tenures -> ended(tenures, wanted, grace, now).stream())
                .limit(TOLD)
                .map(last -> Finding.error(
                        "over",
                        "/when",
                        "%s was over at %s by what players had, and would run again in this revision with nobody to settle it: let another one begin, by another start; of several, leave this one out"
                                .formatted(last.name(), last.over())))
                .toList();
    }

    /** By which players had each of those, the last first. */
    private static Map<LocalDateTime, List<Had>> had(
            List<Tenure> past, List<LocalDateTime> running, LocalDateTime latest) {
        var had = new LinkedHashMap<LocalDateTime, List<Had>>();
        for (var tenure : past) {
            var calendar = tenure.event().calendar();
            var names = calendar.names(running.getFirst(), latest);
            running.stream()
                    .filter(name -> names.contains(name) && tenure.hasBegun(name))
                    .forEach(name -> had.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(new Had(tenure, calendar.occurrence(name, Reach.LAST))));
        }
        return had;
    }

    private record Had(Tenure tenure, Occurrence last) {
        boolean isSettledAt(Instant moment, Duration grace) {
            return !moment.isBefore(last.over().plus(grace));
        }
    }

    /** The end that was seen to: by the last revision with it, or by an earlier one that players had until then. */
    private static Optional<Occurrence> ended(List<Had> tenures, LiveEvent wanted, Duration grace, Instant now) {
        boolean toDo = !wanted.rewards().isEmpty() || !wanted.messages().isEmpty();
        var newest = tenures.getFirst();
        return tenures.stream()
                .filter(had -> had.equals(newest)
                        ? had.isSettledAt(now, grace)
                        : had.tenure().until().isBefore(now)
                                && had.isSettledAt(had.tenure().until(), grace))
                .filter(had -> toDo || !had.tenure().event().rewards().isEmpty())
                .map(Had::last)
                .findFirst();
    }
}
