package com.lifeverse.session.key;

import java.time.Instant;

/** Makes secrets from the platform's secure random source. A signing key takes about 0.2 s. */
public interface KeySource {
    /** RSA of 2048 bits; its state is for the caller to choose. */
    SigningKey signingKey(Instant now);

    /** 32 bytes. */
    RefreshSecret refreshSecret();
}
