package com.lifeverse.session.queue.lambda;

import com.lifeverse.session.Sha256;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.queue.Knock;
import com.lifeverse.session.queue.Ticket;
import com.lifeverse.session.queue.Turnstile;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.token.SessionTokens;
import java.time.Instant;
import java.util.Optional;

/** Tickets as clients hold them, and how sign-in takes them. */
public final class Tickets {
    private static final String PURPOSE = "queue-ticket.v1";

    private final SessionTokens tokens;
    private final Turnstile turnstile;

    public Tickets(SessionTokens tokens, Turnstile turnstile) {
        this.tokens = tokens;
        this.turnstile = turnstile;
    }

    /** Whose ticket it is to be: who knows a device's name but not its secret is somebody else. */
    static String holder(Credential credential) {
        return Sha256.brief("queue-ticket", credential.fingerprint());
    }

    String seal(Ticket ticket, Instant now) {
        return tokens.seal(PURPOSE, ticket.text(), now);
    }

    Optional<Ticket> open(String sealed, Instant now) {
        return tokens.open(PURPOSE, sealed, now).flatMap(Ticket::of);
    }

    /** The ticket in a sealed text; empty if it is none, or not that credential's. */
    public Optional<Ticket> of(String sealed, Credential credential, Instant now) {
        return open(sealed, now).filter(opened -> opened.holder().equals(holder(credential)));
    }

    /**
     * Knocks for somebody who is about to sign in.
     *
     * @param by names the attempt, so that its repetition comes in too
     */
    public Knock knock(Optional<Ticket> ticket, String by, Gates.Admission admission, Instant now) {
        return ticket.map(held -> turnstile.knock(held, by, admission, now))
                .orElseGet(() -> turnstile.walkIn(admission, now));
    }
}
