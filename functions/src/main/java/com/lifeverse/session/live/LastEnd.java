package com.lifeverse.session.live;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import java.util.Optional;

/**
 * The last ending that the live item remembers, so that the client it happened to hears why.
 *
 * @param sessionId which session; empty if it was all there were
 * @param by the platform that took over, or from which it was ended; empty if that is not a player's device
 */
public record LastEnd(Optional<String> sessionId, EndReason reason, Optional<Platform> by) {
    public static LastEnd of(String sessionId, EndReason reason) {
        return new LastEnd(Optional.of(sessionId), reason, Optional.empty());
    }

    /** All that were alive ended. */
    public static LastEnd ofAll(EndReason reason) {
        return new LastEnd(Optional.empty(), reason, Optional.empty());
    }
}
