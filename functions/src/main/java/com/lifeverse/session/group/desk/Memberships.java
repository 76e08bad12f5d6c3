package com.lifeverse.session.group.desk;

import java.time.Instant;
import java.util.List;

/**
 * Which groups a player has to do with: pointers, written before a seat is taken and deleted after it is given up. Only the group
 * itself says whether there is a seat, so a pointer too many is harmless.
 */
public interface Memberships {
    /**
     * Notes that the player may have a seat: one write unit.
     *
     * @param revision of the group when this was decided
     */
    void note(String playerId, String groupId, long revision, Instant sweptAt);

    /**
     * Forgets the player's seat, unless one was noted at that revision or later: one write unit.
     *
     * @param revision of the group when the seat was given up
     */
    void forget(String playerId, String groupId, long revision);

    /** The newest groups that the player may have a seat in: one query. */
    List<String> of(String playerId, int limit);
}
