package com.lifeverse.session.live;

import java.time.Instant;
import java.util.Optional;

/**
 * A player may not sign in. It is kept in the live item, where each sign-in looks anyway.
 *
 * @param reason in lower case words joined by hyphens, such as {@code cheating}; told to the player
 * @param since when it was pronounced, to the second
 * @param until when it ends by itself, to the second; empty if only a person can end it
 */
public record Ban(String reason, Instant since, Optional<Instant> until) {
    /** True if it holds at that moment. */
    public boolean inForce(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }
}
