package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import java.time.Instant;

/** What came of one event for one trigger and one player. */
public sealed interface Decision {
    /**
     * The trigger acts.
     *
     * @param id the same for the same trigger, player, occurrence and cause, so that a repeat is recognised
     * @param occurrence which time this is within the limit, such as {@code 2026-11-20}
     * @param told the {@code trigger.fired.v1} that carries the effects
     * @param state to be stored together with what is told, in one write
     */
    record Fired(String id, String occurrence, Envelope told, TriggerState state) implements Decision {}

    /**
     * It counted towards the window.
     *
     * @param count so many now
     * @param of so many make the trigger fire
     */
    record Counted(int count, int of, TriggerState state) implements Decision {}

    /** It counted before. */
    record Duplicate() implements Decision {}

    /**
     * The trigger has acted as often as its limit allows.
     *
     * @param until when the limit's next span begins
     */
    record Capped(Instant until) implements Decision {}

    /**
     * It happened so long ago that nobody knows any more whether it counted.
     *
     * @param floor the oldest time that is acted on
     */
    record TooLate(Instant floor) implements Decision {}

    /**
     * Too many events led to it: triggers that set each other off must come to an end.
     *
     * @param hops how many
     */
    record LoopStopped(int hops) implements Decision {}
}
