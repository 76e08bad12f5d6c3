package com.lifeverse.trigger;

import com.lifeverse.platform.Bounds;
import java.time.Duration;
import java.util.List;

/**
 * Every number of triggers.
 *
 * @param horizon how long a happening is remembered; events older than that are not acted on
 * @param hops an event that so many events led to leads to nothing more
 * @param memory how many happenings one player's state of one trigger holds
 * @param attempts how often a decision is made anew when another writer was faster
 */
public record TriggerPolicy(Duration horizon, int hops, int memory, int attempts) {
    public TriggerPolicy {
        // On the last of these days a message can still be redriven from its dead letters.
        Bounds.hold(
                horizon.compareTo(Duration.ofDays(14)) > 0,
                "horizon must exceed the 14 days that a queue keeps a message");
        Bounds.hold(hops >= 1, "hops must be at least 1");
        // Happenings take 13 bytes each.
        Bounds.hold(memory >= 1 && memory <= 300, "memory must be 1 to 300, so that a state stays below 4 KB");
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
    }

    /**
     * The most happenings that this trigger can make a state remember, if events come as fast as they like. Above
     * {@link #memory} it would have to forget within the horizon.
     */
    public long needs(Trigger trigger) {
        long windows = spans(trigger.window().within(), trigger);
        long limits = spans(trigger.limit().per(), trigger);
        long firing = limits * trigger.limit().times() * trigger.window().count();
        long waiting = windows * (trigger.window().count() - 1);
        return firing + waiting;
    }

    /** How long after its time a happening of this trigger is still needed: until no event of its spans is acted on. */
    public Duration keeps(Trigger trigger) {
        var longest = List.of(trigger.window().within(), trigger.limit().per()).stream()
                .map(Span::length)
                .max(Duration::compareTo)
                .orElseThrow();
        return horizon.plus(longest);
    }

    // Stretches that can hold a remembered happening: those that the time of keeping touches, with the begun ones at
    // its ends.
    private long spans(Span span, Trigger trigger) {
        return keeps(trigger).dividedBy(span.length()) + 1;
    }
}
