package com.lifeverse.session.queue.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.gate.Gates;
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

    /** Whose ticket it is to be. */
    static String holder(Credential credential) {
        return Sha256.brief("queue-ticket", credential.key());
    }

    String seal(Ticket ticket, Instant now) {
        return tokens.seal(PURPOSE, ticket.text(), now);
    }

    Optional<Ticket> open(String sealed, Instant now) {
        return tokens.open(PURPOSE, sealed, now).flatMap(Ticket::of);
    }

    /**
     * Lets a sign-in through if its ticket's turn has come; the ticket is used then. Without a ticket it gets through while
     * fewer come than may.
     *
     * @param by names the attempt, so that its repetition passes too
     * @throws Refused if not
     */
    public void admit(
            Optional<String> sealed, Credential credential, String by, Gates.Admission admission, Instant now) {
        var ticket = sealed.flatMap(text -> open(text, now))
                .filter(opened -> opened.holder().equals(holder(credential)));
        if (sealed.isPresent() && ticket.isEmpty()) {
            throw new Refused(Problem.INVALID_QUEUE_TICKET, "Take a ticket for this identity.");
        }
        boolean in =
                ticket.isEmpty() ? turnstile.walkIn(admission, now) : turnstile.pass(ticket.get(), by, admission, now);
        if (!in) {
            throw new Refused(
                            Problem.AT_CAPACITY,
                            ticket.isEmpty()
                                    ? "Take a ticket of the login queue, and sign in with it in turn."
                                    : "It is not this ticket's turn, or its turn was used.")
                    .with("action", "queue")
                    .with("queue", "/v1/login-queue-tickets");
        }
    }
}
