package com.lifeverse.session.live;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import java.util.Optional;

/**
 * An ending that the live item remembers, so that the client it happened to hears why.
 *
 * @param by the platform that took over, or from which it was ended; empty if that is not a player's device
 */
public record LastEnd(String sessionId, EndReason reason, Optional<Platform> by) {
    /** One that no device of the player's brought about. */
    public static LastEnd of(String sessionId, EndReason reason) {
        return new LastEnd(sessionId, reason, Optional.empty());
    }
}
