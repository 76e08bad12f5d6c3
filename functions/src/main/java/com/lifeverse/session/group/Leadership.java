package com.lifeverse.session.group;

import java.time.Instant;
import java.util.Optional;

/**
 * Who leads: one player or none, never two, for it is one field.
 *
 * @param lostAt since when the leader is disconnected
 */
public record Leadership(Optional<String> leader, Optional<Instant> lostAt) {
    public static final Leadership NOBODY = new Leadership(Optional.empty(), Optional.empty());

    public static Leadership of(String playerId) {
        return new Leadership(Optional.of(playerId), Optional.empty());
    }

    public boolean is(String playerId) {
        return leader.filter(playerId::equals).isPresent();
    }
}
