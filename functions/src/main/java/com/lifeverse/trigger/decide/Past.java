package com.lifeverse.trigger.decide;

import java.time.Instant;
import java.util.Optional;

/** What has come of a happening that a state knows, as far as the state says it. Told again, nothing more comes of it. */
public sealed interface Past {
    /** When it happened, to the second. */
    Instant at();

    /** Whether the trigger has acted at it, be it that it is told later. */
    default boolean acted() {
        return this instanceof Fired || this instanceof Holding;
    }

    /**
     * The trigger fired at it.
     *
     * @param span the stretch of its limit, such as {@code 2026-11-20}
     * @param firings how many of that stretch are known
     */
    record Fired(Instant at, String span, int firings) implements Past {}

    /**
     * The trigger fired at it, which is not told yet.
     *
     * @param until when it is told at the latest, if nothing more happens
     */
    record Holding(Instant at, Instant until) implements Past {}

    /** It counted towards a firing that has not come yet. */
    record Counted(Instant at) implements Past {}

    /** It counted towards a firing that was, or belonged to its burst. */
    record Spent(Instant at) implements Past {}

    /**
     * It belongs to a burst at which the trigger fired, and whose end is waited for.
     *
     * @param until when the end comes if nothing more happens
     */
    record Absorbed(Instant at, Instant until) implements Past {}

    /** It began a wait that goes on until then. */
    record Waiting(Instant at, Instant until) implements Past {}

    /** What it waited for not to happen has happened, or it was that itself. */
    record Answered(Instant at) implements Past {}

    /**
     * Nothing came of the wait that it began.
     *
     * @param end when the wait was over
     * @param by the limit that stops it by what the state knows now; empty if it is none of a player's: then the player was not whom the
     *     trigger wants, all players together had had what there is, or the trigger was taken out of force
     */
    record Stopped(Instant at, Instant end, Optional<Decision> by) implements Past {}
}
