package com.lifeverse.session.key;

import java.security.MessageDigest;
import java.util.Arrays;

/** The secret that seals refresh tokens: at least 32 random bytes, never printed. */
public final class RefreshSecret {
    private static final int SHORTEST = 32;

    private final byte[] bytes;

    public RefreshSecret(byte[] bytes) {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("The refresh secret is shorter than " + SHORTEST + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RefreshSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RefreshSecret[]";
    }
}
