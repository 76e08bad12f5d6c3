package com.lifeverse.local.simulate.firstlight;

import java.util.ArrayList;
import java.util.List;

/** The ids of all players that have signed in, as game servers know them. */
final class Roster {
    private final List<String> ids = new ArrayList<>();

    void add(String playerId) {
        if (!ids.contains(playerId)) {
            ids.add(playerId);
        }
    }

    List<String> ids() {
        return List.copyOf(ids);
    }
}
