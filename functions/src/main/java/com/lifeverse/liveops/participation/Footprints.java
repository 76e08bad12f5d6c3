package com.lifeverse.liveops.participation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What live events keep of a player, for the player to have and to have erased. */
public interface Footprints {
    /**
     * One thing.
     *
     * @param kind {@code participation}, {@code event-profile} or {@code counted-happening}
     * @param data JSON values as plain Java
     */
    record Footprint(String kind, Map<String, Object> data) {}

    /** How many there are of each kind. */
    SortedMap<String, Long> count(String playerId);

    /** Takes away a portion; true if nothing is left. Doing it again is fine. */
    boolean erase(String playerId);

    /** All of it. */
    List<Footprint> all(String playerId);
}
