package com.lifeverse.trigger.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * In which order and how many at once the effects of firings are carried out.
 *
 * @param priority from 1 to 9; of triggers that one event fires, the higher one's effects come first
 * @param concurrencyKey triggers of the same key do not run at the same time for a player
 * @param debounce how long nothing more must happen before it fires
 * @param batch how many firings are carried out as one
 * @param singleton true if a firing waits until what the one before led to has ended
 */
public record Pace(
        int priority,
        Optional<String> concurrencyKey,
        Optional<Duration> debounce,
        Optional<Batch> batch,
        boolean singleton) {
    /** So many firings or so long, whichever comes first. */
    public record Batch(int firings, Duration within) {}

    /** At once, in the middle. */
    public static final Pace USUAL = new Pace(5, Optional.empty(), Optional.empty(), Optional.empty(), false);
}
