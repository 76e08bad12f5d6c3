package com.lifeverse.session.rights;

import java.util.List;
import java.util.Map;

/** What one store holds about players. All of it is found from the player's id, nothing by a scan. */
public interface Belongings {
    /**
     * Counts what there is, without a change.
     *
     * @param pass is noted with what is found
     */
    List<Found> count(String playerId, int pass);

    /** Takes away what there is, in portions; true if nothing is left. Doing it again, or after half of it, is fine. */
    boolean erase(String playerId);

    /** All of it, for the player to read: nothing secret, and nothing that others said without the player's knowing. */
    List<Entry> entries(String playerId);

    /**
     * One thing.
     *
     * @param data JSON values as plain Java
     */
    record Entry(Holding what, Map<String, Object> data) {}
}
