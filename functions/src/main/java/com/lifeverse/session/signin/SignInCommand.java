package com.lifeverse.session.signin;

import com.lifeverse.session.Client;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Sha256;
import java.util.Optional;
import java.util.UUID;

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

    /** The id of the session that it starts: with a key always the same, so that it is known whether it ever began. */
    public Optional<String> sessionOf(String playerId) {
        return key.map(given -> "ses_" + Sha256.uuid("sign-in", playerId, credential.key(), given.text()));
    }

    /** The id of the event that tells that it resumed a session: with a key always the same. */
    public Optional<UUID> resumptionOf(String playerId) {
        return key.map(given -> Sha256.uuid("resume", playerId, credential.key(), given.text()));
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
