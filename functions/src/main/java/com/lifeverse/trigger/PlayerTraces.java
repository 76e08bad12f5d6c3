package com.lifeverse.trigger;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What triggers and the ledger keep of a player, for the player to have and to have erased. */
public interface PlayerTraces {
    /** One thing; {@code kind} is {@code trigger-state}, {@code game-profile}, {@code counted-event} or {@code grant}, {@code data} JSON values as plain Java. */
    record Trace(String kind, Map<String, Object> data) {}

    /** How many there are of each kind. */
    SortedMap<String, Long> count(String playerId);

    /** Takes away a portion; true if nothing is left. Doing it again is fine. */
    boolean erase(String playerId);

    /** All of it. */
    List<Trace> all(String playerId);
}
