package com.lifeverse.session.group;

/** Where a player's traits come from: their preferences. An outage is an exception, never "no needs". */
@FunctionalInterface
public interface MemberTraits {
    /** The player's traits as they stand: one read unit. */
    Traits of(String playerId);
}
