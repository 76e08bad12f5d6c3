package com.lifeverse.session;

import java.time.Instant;
import java.util.Optional;

/**
 * One signed-in player on one device, as it stands in the table.
 *
 * @param id {@code ses_} and a UUID
 * @param family names the chain of refresh tokens that began with the sign-in
 * @param generation how often the refresh token has been rotated; the token of generation n renews to n + 1
 * @param renewedAt when it was last renewed, or started
 * @param renewAt when its lease ends; it can be renewed for the grace after that
 * @param newPlayer true if its sign-in made the player
 * @param mark how a repetition of its sign-in is recognised
 */
public record Session(
        String id,
        String family,
        long generation,
        Client client,
        Instant startedAt,
        Instant renewedAt,
        Instant renewAt,
        boolean newPlayer,
        Optional<IdempotencyMark> mark) {}
