package com.lifeverse.trigger.turn;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Turns in memory. */
final class RememberedTurns implements TurnStore {
    private final Map<String, Found> kept = new HashMap<>();

    @Override
    public Found find(String key) {
        return kept.getOrDefault(key, new Found(0, Turns.FREE));
    }

    @Override
    public boolean replace(String key, long version, Turns turns, Instant until) {
        if (find(key).version() != version) {
            return false;
        }
        kept.put(key, new Found(version + 1, turns));
        return true;
    }
}
