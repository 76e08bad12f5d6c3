package com.lifeverse.session.key;

import java.time.Instant;

/**
 * A key for access tokens.
 *
 * @param kid its thumbprint (RFC 7638)
 * @param since when it came into this state
 * @param jwk the private key as JSON Web Key; never printed
 */
public record SigningKey(String kid, State state, Instant since, String jwk) {
    /** All three are published; only the active one signs. */
    public enum State {
        /** Published, so that everyone knows it when it is first used. */
        NEXT,
        ACTIVE,
        /** Still published, until the last token that it signed has expired. */
        RETIRING
    }

    SigningKey in(State state, Instant now) {
        return new SigningKey(kid, state, now, jwk);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + " " + state + " since " + since + "]";
    }
}
