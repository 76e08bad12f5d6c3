package com.lifeverse.liveops.preview;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * A player, real or thought of.
 *
 * @param playerId whose share of audiences counts
 * @param offset of their clocks from UTC at the moment
 * @param clientVersion of their game; empty for one that shows everything
 * @param region where they play
 * @param profile what patterns of audiences look at, platform and region included
 */
public record Viewer(
        String playerId,
        ZoneOffset offset,
        Optional<String> clientVersion,
        String region,
        Map<String, Object> profile) {
    public Viewer {
        profile = Map.copyOf(profile);
    }
}
