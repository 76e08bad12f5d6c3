package com.lifeverse.session.signin;

import com.lifeverse.session.Client;
import com.lifeverse.session.IdempotencyMark;
import java.util.Optional;

/**
 * A request to sign in.
 *
 * @param resume the session that this device had and wants back, if it is still there
 */
public record SignInCommand(
        Credential credential, Client client, Optional<IdempotencyKey> key, Optional<String> resume) {
    /** A sign-in that wants a new session. */
    public SignInCommand(Credential credential, Client client, Optional<IdempotencyKey> key) {
        this(credential, client, key, Optional.empty());
    }

    /** What to remember, so that a repetition is recognised. */
    public Optional<IdempotencyMark> mark() {
        return key.map(given -> given.with(
                credential.fingerprint(),
                client.platform().text(),
                client.version(),
                client.region().orElse(""),
                resume.orElse("")));
    }
}
