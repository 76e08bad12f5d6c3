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
 * @param fence the first generation since the session last changed hands; tokens of an earlier one are of a device that
 *     has it no longer
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
        Optional<IdempotencyMark> mark,
        long fence) {

    /** A session that never changed hands. */
    public Session(
            String id,
            String family,
            long generation,
            Client client,
            Instant startedAt,
            Instant renewedAt,
            Instant renewAt,
            boolean newPlayer,
            Optional<IdempotencyMark> mark) {
        this(id, family, generation, client, startedAt, renewedAt, renewAt, newPlayer, mark, 0);
    }

    /** The session at the next generation, with a new lease. */
    public Session renewed(long next, Instant now, Instant due) {
        return new Session(id, family, next, client, startedAt, now, due, newPlayer, mark, fence);
    }

    /**
     * The session in the hands of another client, or of the same one after a restart: a family of its own, at a generation
     * that no token of the old hands has.
     *
     * @param by how a repetition of what moved it is recognised
     */
    public Session movedTo(Client next, String nextFamily, Optional<IdempotencyMark> by, Instant now, Instant due) {
        long beyond = generation + 2;
        return new Session(id, nextFamily, beyond, next, startedAt, now, due, false, by, beyond);
    }
}
