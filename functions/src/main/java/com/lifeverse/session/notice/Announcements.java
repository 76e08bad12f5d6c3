package com.lifeverse.session.notice;

import java.util.OptionalLong;

/** The count of a player's notices, which every renewal and every poll answers with. */
@FunctionalInterface
public interface Announcements {
    /** Makes it grow by one: one write unit. What it is then; empty if nothing is alive of the player. */
    OptionalLong announce(String playerId);
}
