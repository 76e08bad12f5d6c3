package com.lifeverse.local.simulate.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What everybody knows: which parties there are, and who is about. */
final class Board {
    private final List<String> parties = new ArrayList<>();
    private final List<String> players = new ArrayList<>();

    void party(String groupId) {
        if (!parties.contains(groupId)) {
            parties.add(groupId);
        }
    }

    void player(String playerId) {
        if (!players.contains(playerId)) {
            players.add(playerId);
        }
    }

    /** One of the newest parties. */
    Optional<String> someParty(RandomGenerator random) {
        int from = Math.max(0, parties.size() - 2);
        return parties.isEmpty()
                ? Optional.empty()
                : Optional.of(parties.get(from + random.nextInt(parties.size() - from)));
    }

    String somePlayer(RandomGenerator random) {
        return players.get(random.nextInt(players.size()));
    }

    List<String> parties() {
        return List.copyOf(parties);
    }
}
