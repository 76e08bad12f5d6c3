package com.lifeverse.session;

/**
 * What a sign-in leaves behind so that its repetition is recognised: hashes only, since the key is the caller's.
 *
 * @param key hash of the Idempotency-Key
 * @param body hash of what was asked for
 */
public record IdempotencyMark(String key, String body) {
    public boolean sameKey(IdempotencyMark other) {
        return key.equals(other.key);
    }
}
