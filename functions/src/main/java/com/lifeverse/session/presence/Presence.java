package com.lifeverse.session.presence;

import com.lifeverse.session.Platform;
import java.util.Optional;

/**
 * What others see of a player.
 *
 * @param platform what they play on; absent while they are offline
 */
public record Presence(String playerId, Availability availability, String status, Optional<Platform> platform) {
    /** What others see of one who is not there, or does not want to be seen. */
    public static Presence offline(String playerId) {
        return new Presence(playerId, Availability.OFFLINE, "", Optional.empty());
    }
}
