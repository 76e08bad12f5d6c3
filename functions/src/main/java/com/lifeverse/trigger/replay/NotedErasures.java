package com.lifeverse.trigger.replay;

import com.lifeverse.platform.PlayerData;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;

/** Data of players whose erasure is noted before it begins: from then on no replay brings anything of it back. */
public record NotedErasures(PlayerData data, ErasedPlayers erased, InstantSource clock) implements PlayerData {
    @Override
    public SortedMap<String, Long> count(String playerId) {
        return data.count(playerId);
    }

    @Override
    public boolean erase(String playerId) {
        erased.note(playerId, clock.instant());
        return data.erase(playerId);
    }

    @Override
    public List<Entry> all(String playerId) {
        return data.all(playerId);
    }
}
