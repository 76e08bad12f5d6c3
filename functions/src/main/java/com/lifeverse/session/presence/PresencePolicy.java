package com.lifeverse.session.presence;

/**
 * Every number of presence.
 *
 * @param players whom one question can be about
 * @param status how many characters a status has at most
 */
public record PresencePolicy(int players, int status) {
    public PresencePolicy {
        if (players < 1 || players > 100 || status < 1) {
            throw new IllegalArgumentException("players must be 1 to 100, status at least 1");
        }
    }

    /** The numbers in force. */
    public static PresencePolicy standard() {
        return new PresencePolicy(100, 2_048);
    }
}
