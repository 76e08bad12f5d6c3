package com.lifeverse.session.group.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which groups a player has to do with: pointers, written before a seat is taken and deleted after it is given up. Only the group
 * itself says whether there is a seat, so a pointer too many is harmless. A seat without a pointer must never be: a pointer's revision
 * never goes back, and what was noted at a revision is forgotten only by whoever has seen no seat at a later one.
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
     * @param revision of the group at which they had no seat
     */
    void forget(String playerId, String groupId, long revision);

    /**
     * The groups that the player may have a seat in, in the order of their ids, read consistently: a read unit for each 4 KB, which are
     * some 30 of them.
     *
     * @param after the last group of the page before; empty for the first page
     */
    List<String> of(String playerId, Optional<String> after, int limit);
}
