package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.trigger.Memory.Fate;
import com.lifeverse.local.simulate.trigger.Memory.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which happenings fill a window: the new one, and of those that nothing has used up, in the first stretch of time that has enough, the
 * oldest; of a sequence those that lie closest to the new one.
 */
record Windows(Rule rule) {
    /** Those that are used up with the new one; empty if it takes more. */
    Optional<List<Past>> filled(Memory memory, Past latest) {
        var open = memory.are(Fate.OPEN).stream()
                .sorted(Comparator.comparing(Past::at))
                .toList();
        for (var start : starts(open, latest)) {
            var others = open.stream().filter(one -> in(start, one.at())).toList();
            var used = used(others, latest);
            if (used.isPresent()) {
                return used;
            }
        }
        return Optional.empty();
    }

    private List<Instant> starts(List<Past> open, Past latest) {
        if (!rule.sliding()) {
            return List.of(Rule.start(rule.within(), latest.at()));
        }
        var starts = new ArrayList<>(open.stream()
                .map(Past::at)
                .filter(at -> !at.isAfter(latest.at()) && in(at, latest.at()))
                .toList());
        starts.add(latest.at());
        return starts;
    }

    private boolean in(Instant start, Instant time) {
        return !time.isBefore(start) && time.isBefore(start.plus(rule.within()));
    }

    private Optional<List<Past>> used(List<Past> others, Past latest) {
        var window = rule.file().path("window");
        if (window.has("sequence")) {
            return sequence(others, latest, window.path("sequence").size());
        }
        var used = new ArrayList<>(List.of(latest));
        for (var other : others) {
            if (!enough(used)) {
                boolean differs = used.stream().noneMatch(one -> one.value().equals(other.value()));
                if (differs || !window.has("distinct")) {
                    used.add(other);
                }
            }
        }
        return enough(used) ? Optional.of(used) : Optional.empty();
    }

    private boolean enough(List<Past> used) {
        var window = rule.file().path("window");
        if (window.has("sum")) {
            return used.stream().mapToLong(Past::amount).sum()
                    >= window.path("total").asLong();
        }
        if (window.has("distinct")) {
            return new HashSet<>(used.stream().map(Past::value).toList()).size()
                    >= window.path("values").asInt();
        }
        return used.size() >= window.path("count").asInt(1);
    }

    private Optional<List<Past>> sequence(List<Past> others, Past latest, int steps) {
        var chain = new ArrayList<>(List.of(latest));
        for (int step = latest.step() - 1; step >= 0; step--) {
            var next = chain.getFirst();
            int wanted = step;
            var before = others.stream()
                    .filter(one -> one.step() == wanted && !one.at().isAfter(next.at()))
                    .max(Comparator.comparing(Past::at));
            if (before.isEmpty()) {
                return Optional.empty();
            }
            chain.addFirst(before.get());
        }
        for (int step = latest.step() + 1; step < steps; step++) {
            var last = chain.getLast();
            int wanted = step;
            var after = others.stream()
                    .filter(one -> one.step() == wanted && !one.at().isBefore(last.at()))
                    .min(Comparator.comparing(Past::at));
            if (after.isEmpty()) {
                return Optional.empty();
            }
            chain.addLast(after.get());
        }
        var length = Duration.between(chain.getFirst().at(), chain.getLast().at());
        return length.compareTo(rule.within()) < 0 ? Optional.of(chain) : Optional.empty();
    }
}
