package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.spec.EventField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of one event for one trigger and one player. Each says what stopped it, so that it can be explained. */
public sealed interface Decision {
    /** Whether the trigger acts, be it that it is told later. */
    default boolean acts() {
        return this instanceof Fired || this instanceof Holding;
    }

    /**
     * The trigger acts.
     *
     * @param id the same for the same trigger, player, occurrence and cause, so that a repeat is recognised
     * @param occurrence which time this is within the limit, such as {@code 2026-11-20}
     * @param told the {@code trigger.fired.v1} that carries the effects
     * @param claims what it must get of what all share, or it does not act
     * @param state to be stored together with what is told, in one write
     */
    record Fired(String id, String occurrence, Envelope told, List<Claim> claims, TriggerState state)
            implements Decision {
        public Fired {
            claims = List.copyOf(claims);
        }
    }

    /**
     * It counted towards the window.
     *
     * @param count so much now
     * @param of so much makes the trigger fire
     * @param forgotten before when others may have counted that were forgotten for want of room; empty if none was that still mattered
     */
    record Counted(long count, long of, Optional<Instant> forgotten, TriggerState state) implements Decision {}

    /**
     * Now it is waited whether something does not happen.
     *
     * @param due when the trigger acts if it has not
     */
    record Waiting(Instant due, TriggerState state) implements Decision {}

    /**
     * The trigger acts, but tells it later: when nothing more happens, or together with others.
     *
     * @param until when at the latest, if nothing more happens
     * @param told what was held back before and is told now
     * @param claims as of {@link Fired}
     */
    record Holding(Instant until, List<Envelope> told, List<Claim> claims, TriggerState state) implements Decision {
        public Holding {
            told = List.copyOf(told);
            claims = List.copyOf(claims);
        }
    }

    /**
     * It belongs to a burst that has set the trigger off already, be it that its end is waited for or that it was acted on before this was told.
     *
     * @param until when the end comes if nothing more happens
     */
    record Absorbed(Instant until, TriggerState state) implements Decision {}

    /** What was not to happen happened, so that nobody waits any more. */
    record Answered(TriggerState state) implements Decision {}

    /**
     * It counted before.
     *
     * @param at when it happened
     */
    record Duplicate(Instant at) implements Decision {}

    /**
     * The trigger has acted as often as its limit allows.
     *
     * @param until when the limit's next span begins
     */
    record Capped(Instant until) implements Decision {}

    /** The trigger has acted a short while ago. */
    record Cooling(Instant until) implements Decision {}

    /** Too much happens at once. */
    record Throttled(Instant until) implements Decision {}

    /** It is a time of day at which the trigger does not act. */
    record Quiet(Instant until) implements Decision {}

    /** At the end of a wait, the player is not whom the trigger wants. */
    record NotForPlayer() implements Decision {}

    /** All players together have had what there is. */
    record Exhausted(String pool, Instant until) implements Decision {}

    /**
     * The trigger has spent too fast, and its breaker holds it until somebody closes that.
     *
     * @param since when it opened
     */
    record Tripped(Instant since) implements Decision {}

    /** The event lacks a field that the trigger goes by, or has there what it cannot count. */
    record Unreadable(EventField field) implements Decision {}

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
