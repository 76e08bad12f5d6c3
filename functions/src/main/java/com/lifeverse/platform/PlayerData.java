package com.lifeverse.platform;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a part of the backend keeps of a player, for the player to have and to have erased. */
public interface PlayerData {
    /**
     * One thing.
     *
     * @param kind what it is, such as {@code participation} or {@code grant}
     * @param data JSON values as plain Java
     */
    record Entry(String kind, Map<String, Object> data) {}

    /** How many there are of each kind. */
    SortedMap<String, Long> count(String playerId);

    /** Takes away a portion; true if nothing is left. Doing it again is fine. */
    boolean erase(String playerId);

    /** All of it. */
    List<Entry> all(String playerId);
}
