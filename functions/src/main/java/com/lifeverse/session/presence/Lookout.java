package com.lifeverse.session.presence;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;

/** What players say of themselves, and what decides who sees it. An outage is an exception and never looks like absence. */
public interface Lookout {
    /** Keeps what a player says, in place of what they said before: a write unit for each KB. */
    void say(String playerId, Statement statement, Instant sweptAt, List<Envelope> news);

    /**
     * What decides what {@code viewer} sees of each of {@code players}, in their order; it may be a second old. At most three
     * and a half read units a player, half a unit for one who is offline.
     */
    List<Sight> look(String viewer, List<String> players, Instant now);
}
