package com.lifeverse.trigger;

import com.lifeverse.platform.Bounds;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Every number of triggers.
 *
 * @param horizon how long a happening is remembered; events older than that are not acted on
 * @param hops an event that so many events led to leads to nothing more
 * @param memory how many happenings one player's state of one trigger holds
 * @param attempts how often a decision is made anew when another writer was faster
 * @param look how long what was published may go unseen
 * @param names for how long a name stands for what it stood for in what was published
 * @param publications so many of the latest are looked through for that, where nobody has kept it yet
 */
public record TriggerPolicy(
        Duration horizon, int hops, int memory, int attempts, Duration look, Duration names, int publications) {
    public TriggerPolicy {
        // On the last of these days a message can still be redriven from its dead letters.
        Bounds.hold(
                horizon.compareTo(Duration.ofDays(14)) > 0,
                "horizon must exceed the 14 days that a queue keeps a message");
        Bounds.hold(hops >= 1, "hops must be at least 1");
        // Happenings take 13 bytes each.
        Bounds.hold(memory >= 1 && memory <= 300, "memory must be 1 to 300, so that a state stays below 4 KB");
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
        Bounds.hold(look.isPositive(), "look must be positive");
        // Later than that nothing can be told again that a state has forgotten.
        Bounds.hold(names.compareTo(horizon) >= 0, "names must be at least the horizon");
        Bounds.hold(publications >= 1 && publications <= 1_000, "publications must be 1 to 1000");
    }

    /** Happenings with a value take so many more bytes than those without. */
    private static final int BYTES_WITH_VALUE = 21;

    private static final int BYTES = 13;

    /** A firing that is held back, with the eight events that may have led to it. */
    private static final int BYTES_HELD = 1_000;

    /** How many happenings of this trigger a state holds. */
    public int holds(Trigger trigger) {
        int bytes = memory * BYTES - (trigger.pace().holds() ? BYTES_HELD : 0);
        return Math.max(
                1,
                switch (trigger.window().measure()) {
                    case Measure.Sum _, Measure.Distinct _, Measure.Absence _ -> bytes / BYTES_WITH_VALUE;
                    case Measure.Count _, Measure.Sequence _ -> bytes / BYTES;
                });
    }

    /**
     * The most happenings of this trigger that something goes by: caps and the names of firings, and a window that fills. Above {@link #holds}
     * it could not do what it says.
     */
    public long needs(Trigger trigger) {
        return switch (trigger.window().measure()) {
            case Measure.Count(var happenings) -> least(throttled(trigger), needs(trigger, happenings));
            case Measure.Sum sum ->
                least(throttled(trigger), needs(trigger, (sum.total() + sum.least() - 1) / sum.least()));
            case Measure.Distinct distinct -> least(throttled(trigger), firings(trigger) + distinct.values());
            case Measure.Sequence(var steps) -> least(throttled(trigger), firings(trigger) + steps.size());
            // Whatever happens is looked at, for it may be what was waited for.
            case Measure.Absence _ -> firings(trigger) + 1;
        };
    }

    /**
     * The most happenings that this trigger can make a state remember, if events come as fast as they like; empty if there is no most. Above
     * {@link #holds} it may have to forget some of what counts towards a firing to come; what is told later than that is not acted on.
     */
    public OptionalLong remembers(Trigger trigger) {
        return switch (trigger.window().measure()) {
            case Measure.Count _, Measure.Sum _ ->
                // A burst is remembered as a whole.
                trigger.pace().debounce().isPresent() ? throttled(trigger) : OptionalLong.of(needs(trigger));
            case Measure.Distinct _, Measure.Sequence _ -> throttled(trigger);
            case Measure.Absence _ -> OptionalLong.empty();
        };
    }

    /** How long a happening of this trigger is remembered; an event older than that is not acted on. */
    public Duration horizon(Trigger trigger) {
        return trigger.once().horizon().orElse(horizon);
    }

    /** How long after its time a happening of this trigger is still needed: until no event of its spans is acted on. */
    public Duration keeps(Trigger trigger) {
        var limits = trigger.limits();
        return Stream.of(
                        Optional.of(trigger.window().within().length()),
                        Optional.of(limits.perPlayer().per().length()),
                        limits.cooldown(),
                        limits.throttle().map(throttle -> throttle.per().length()))
                .flatMap(Optional::stream)
                .max(Duration::compareTo)
                .orElseThrow()
                .plus(horizon(trigger));
    }

    private long needs(Trigger trigger, long happenings) {
        return firings(trigger) * happenings + spans(trigger.window().within(), trigger) * (happenings - 1);
    }

    private long firings(Trigger trigger) {
        var cap = trigger.limits().perPlayer();
        return spans(cap.per(), trigger) * cap.times();
    }

    private OptionalLong throttled(Trigger trigger) {
        return trigger.limits().throttle().stream()
                .mapToLong(throttle -> spans(throttle.per(), trigger) * throttle.times())
                .min();
    }

    private static long least(OptionalLong throttled, long needed) {
        return Math.min(throttled.orElse(needed), needed);
    }

    // Stretches that can hold a remembered happening: those that the time of keeping touches, with the begun ones at
    // its ends.
    private long spans(Span span, Trigger trigger) {
        return keeps(trigger).dividedBy(span.length()) + 1;
    }
}
