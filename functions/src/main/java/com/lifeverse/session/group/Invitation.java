package com.lifeverse.session.group;

import java.time.Instant;
import java.util.Optional;

/**
 * What keeps a seat for somebody who is not there yet.
 *
 * @param by who invites
 * @param remindAt when they are reminded; empty once they were, or if nobody is
 * @param metadata the inviter's words to the client
 */
public record Invitation(String by, Optional<Instant> remindAt, Instant expiresAt, Optional<String> metadata) {
    public Invitation reminded() {
        return new Invitation(by, Optional.empty(), expiresAt, metadata);
    }
}
