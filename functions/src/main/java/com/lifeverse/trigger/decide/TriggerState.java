package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is remembered of one player and one trigger: the happenings that counted. Counts and caps follow from them, so there
 * is nothing that could disagree; where a state is full, firings are the last to be forgotten. Events that did not count are not
 * remembered; told again, they again do not count.
 *
 * @param floor events before it are not acted on, because what happened then may be forgotten
 * @param seen the happenings, oldest first
 * @param held a firing among them that is not told yet
 * @param firings what is known of firings that are not remembered
 * @param bursts those that were acted on, at most {@value #BURSTS}, the one that ended first first
 */
public record TriggerState(Instant floor, List<Seen> seen, Optional<Held> held, Firings firings, List<Burst> bursts) {
    /** So many bursts that were acted on are remembered; they take 8 bytes each. */
    public static final int BURSTS = 32;

    /** What became of a happening. */
    public enum Mark {
        /** It counts towards a firing to come. */
        OPEN,
        /** As {@link #OPEN}, but was let be: whether what it may wait for happens is not asked any more. */
        LEFT,
        /** The trigger fired at it. */
        FIRED,
        /** It counted towards a firing that was. */
        SPENT
    }

    /**
     * A happening that counted.
     *
     * @param key 64 bits of the hash of what names it
     * @param at when it happened, to the second
     * @param step as {@link Happening#step}
     * @param value what a sum adds, the hash of what must differ, or the hops of what begins a wait; otherwise 0
     */
    public record Seen(long key, Instant at, int step, long value, Mark mark) {
        boolean isOpen() {
            return mark == Mark.OPEN || mark == Mark.LEFT;
        }

        Seen marked(Mark mark) {
            return new Seen(key, at, step, value, mark);
        }
    }

    /** Nothing has happened yet. */
    public static final TriggerState NEW = new TriggerState(Instant.EPOCH, List.of());

    public TriggerState {
        seen = List.copyOf(seen);
        bursts = List.copyOf(bursts);
    }

    /** A state of which no burst was acted on. */
    public TriggerState(Instant floor, List<Seen> seen, Optional<Held> held, Firings firings) {
        this(floor, seen, held, firings, List.of());
    }

    /** A state that holds no firing back. */
    public TriggerState(Instant floor, List<Seen> seen) {
        this(floor, seen, Optional.empty(), Firings.NONE);
    }

    TriggerState holding(Optional<Held> firing) {
        return new TriggerState(floor, seen, firing, firings, bursts);
    }

    /**
     * With nothing held back and nothing waited for: what was held is never told, and counts all the same; what was waited for is never acted on. What
     * counts towards a window goes on counting.
     */
    public TriggerState lettingBe() {
        var left = seen.stream()
                .map(happening -> happening.mark() == Mark.OPEN ? happening.marked(Mark.LEFT) : happening)
                .toList();
        return new TriggerState(floor, left, Optional.empty(), firings, bursts);
    }

    /**
     * The state after a burst was acted on, or one that was has grown. Behind one that has to be forgotten the floor rises: what may belong to it
     * is too late.
     */
    TriggerState acted(Burst burst, Duration calm) {
        var whole = burst.rounded();
        var all = new ArrayList<Burst>();
        for (var other : bursts) {
            if (other.meets(whole, calm)) {
                whole = whole.and(other);
            } else {
                all.add(other);
            }
        }
        all.add(whole);
        all.sort(Comparator.comparing(Burst::last).thenComparing(Burst::since));
        var behind = floor;
        while (all.size() > BURSTS) {
            var end = all.removeFirst().last().plus(calm);
            behind = end.isAfter(behind) ? end : behind;
        }
        return new TriggerState(behind, seen, held, firings, all);
    }

    /** The happening of this key, if it counted before. */
    Optional<Seen> find(long key) {
        return seen.stream().filter(happening -> happening.key() == key).findFirst();
    }

    /** How often the trigger fired in that stretch. */
    int fired(Span span, Instant time) {
        return (int) seen.stream()
                .filter(happening -> happening.mark() == Mark.FIRED && span.holdsBoth(happening.at(), time))
                .count();
    }

    /** When it fired closest to that time, within this distance before or after. */
    Optional<Instant> firedWithin(Duration distance, Instant time) {
        return seen.stream()
                .filter(happening -> happening.mark() == Mark.FIRED)
                .map(Seen::at)
                .filter(at -> Duration.between(at, time).abs().compareTo(distance) < 0)
                .max(Comparator.naturalOrder());
    }

    /** Those that count towards a firing to come. */
    List<Seen> open() {
        return seen.stream().filter(Seen::isOpen).toList();
    }

    /** The state after these have been spent. */
    TriggerState spending(List<Seen> spent) {
        return marking(spent, Mark.SPENT);
    }

    /** The state after a trigger with these limits fired at this. */
    TriggerState firing(Seen happening, Limits limits) {
        return marking(List.of(happening), Mark.FIRED).limiting(happening.at(), limits);
    }

    /** The state that knows how long these limits go by a firing at that time. */
    TriggerState limiting(Instant fired, Limits limits) {
        return new TriggerState(floor, seen, held, firings.with(fired, limits), bursts);
    }

    /** Until then a trigger with these limits does not act: how often it did is forgotten. */
    Instant closedUntil(Limits limits) {
        return firings.forgotten().equals(Instant.EPOCH) ? Instant.EPOCH : limits.until(firings.forgotten());
    }

    private TriggerState marking(List<Seen> those, Mark mark) {
        Set<Long> keys = those.stream().map(Seen::key).collect(Collectors.toSet());
        return new TriggerState(
                floor,
                seen.stream()
                        .map(happening -> keys.contains(happening.key()) ? happening.marked(mark) : happening)
                        .toList(),
                held,
                firings,
                bursts);
    }
}
