package com.lifeverse.liveops.preview;

import com.lifeverse.liveops.event.Regions;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A player, real or thought of.
 *
 * @param playerId whose share of audiences counts
 * @param offset of their clocks from UTC at the moment
 * @param clientVersion of their game; empty for one that shows everything
 * @param region where they play, as their session says: it may be nowhere that there is
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

    /**
     * Where they count as being: who names no region that there is, in all of them at once, so that nobody gets around what is switched
     * off somewhere, or not for somewhere, by what they name.
     */
    public List<String> regions() {
        return Regions.NAMES.contains(region) ? List.of(region) : Regions.NAMES;
    }

    /** What patterns of audiences look at, for each of those. */
    public List<Map<String, Object>> profiles() {
        return Regions.NAMES.contains(region)
                ? List.of(profile)
                : regions().stream().map(this::in).toList();
    }

    private Map<String, Object> in(String other) {
        var there = new LinkedHashMap<>(profile);
        there.put("region", other);
        return there;
    }
}
