package com.lifeverse.session.signin;

import com.lifeverse.session.Client;
import com.lifeverse.session.IdempotencyMark;
import java.util.Optional;

/** A request to sign in. */
public record SignInCommand(DeviceCredential credential, Client client, Optional<IdempotencyKey> key) {
    /** What to remember, so that a repetition is recognised. */
    public Optional<IdempotencyMark> mark() {
        return key.map(given -> given.with(
                credential.deviceId(),
                credential.secret(),
                client.platform().text(),
                client.version(),
                client.region().orElse("")));
    }
}
