package com.lifeverse.session.social;

/**
 * How two players stand, seen from one of them.
 *
 * @param askedThem this one has asked the other to be friends
 * @param askedByThem the other has asked this one
 * @param blocksThem this one has blocked the other
 * @param blockedByThem the other has blocked this one, who is never told
 * @param known there is such another player
 */
public record Relation(
        boolean friends,
        boolean askedThem,
        boolean askedByThem,
        boolean blocksThem,
        boolean blockedByThem,
        boolean known) {
    /** Of two who have nothing to do with each other. */
    public static final Relation STRANGERS = new Relation(false, false, false, false, false, true);
}
