package com.lifeverse.trigger.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * In which order and when the effects of firings are carried out.
 *
 * @param priority from 1 to 9; of triggers that one event fires, the higher one's effects come first
 * @param debounce how long nothing more must happen before it fires
 * @param batch how many firings are carried out as one: what they give adds up, all else is done once
 */
public record Pace(int priority, Optional<Duration> debounce, Optional<Batch> batch) {
    /** Whether firings may be held back. */
    public boolean holds() {
        return debounce.isPresent() || batch.isPresent();
    }

    /** So many firings or so long, whichever comes first. */
    public record Batch(int firings, Duration within) {}

    /** At once, in the middle. */
    public static final Pace USUAL = new Pace(5, Optional.empty(), Optional.empty());
}
