package com.lifeverse.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is remembered of one player and one trigger: the happenings that counted. Counts and caps follow from them, so there
 * is nothing that could disagree. Events that did not count are not remembered; told again, they again do not count.
 *
 * @param floor events before it are not acted on, because what happened then may be forgotten
 * @param seen the happenings, oldest first
 */
public record TriggerState(Instant floor, List<Seen> seen) {
    /**
     * A happening that counted.
     *
     * @param key 64 bits of the hash of its event type and deduplication id
     * @param at when it happened, to the second
     * @param fired true if the trigger fired at it
     */
    public record Seen(long key, Instant at, boolean fired) {}

    /** Nothing has happened yet. */
    public static final TriggerState NEW = new TriggerState(Instant.EPOCH, List.of());

    public TriggerState {
        seen = List.copyOf(seen);
    }

    /** True if the happening counted before. */
    boolean knows(long key) {
        return seen.stream().anyMatch(happening -> happening.key() == key);
    }

    /** How often the trigger fired in that stretch. */
    int fired(Span span, Instant time) {
        return (int) seen.stream()
                .filter(happening -> happening.fired() && span.holdsBoth(happening.at(), time))
                .count();
    }

    /** How many happenings counted in that stretch. */
    int counted(Span span, Instant time) {
        return (int) seen.stream()
                .filter(happening -> span.holdsBoth(happening.at(), time))
                .count();
    }

    /**
     * The state with one more happening, without those of before {@code oldest}. If they are more than {@code memory}, the
     * oldest go and the floor rises to behind them: what might be a repeat of a forgotten one is never acted on.
     */
    TriggerState with(Seen happening, Instant oldest, int memory) {
        var kept = new ArrayList<>(
                seen.stream().filter(old -> !old.at().isBefore(oldest)).toList());
        kept.add(happening);
        kept.sort(Comparator.comparing(Seen::at));
        var rising = floor;
        while (kept.size() > memory) {
            var behind = kept.removeFirst().at().plusSeconds(1);
            rising = behind.isAfter(rising) ? behind : rising;
        }
        return new TriggerState(rising, kept);
    }
}
