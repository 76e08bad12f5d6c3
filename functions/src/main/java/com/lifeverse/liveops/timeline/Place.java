package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.event.Platforms;
import com.lifeverse.liveops.event.Regions;
import java.util.List;
import java.util.Optional;

/** For whom a timeline is: all who play on one platform in one region. */
public record Place(String platform, String region) {
    /** All there are. */
    public static List<Place> all() {
        return Platforms.NAMES.stream()
                .flatMap(platform -> Regions.NAMES.stream().map(region -> new Place(platform, region)))
                .toList();
    }

    /** The place of these names; empty if there is none. */
    public static Optional<Place> of(String platform, String region) {
        return Platforms.NAMES.contains(platform) && Regions.NAMES.contains(region)
                ? Optional.of(new Place(platform, region))
                : Optional.empty();
    }
}
