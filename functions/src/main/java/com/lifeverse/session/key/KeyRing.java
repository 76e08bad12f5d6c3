package com.lifeverse.session.key;

import com.lifeverse.session.key.SigningKey.State;
import java.util.List;
import java.util.Optional;

/**
 * All secrets of the issuer: the signing keys, of which exactly one is active and at most one is next, and the secret that
 * seals refresh tokens.
 */
public record KeyRing(List<SigningKey> keys, RefreshSecret refreshSecret) {

    public KeyRing {
        keys = List.copyOf(keys);
        if (count(keys, State.ACTIVE) != 1 || count(keys, State.NEXT) > 1) {
            throw new IllegalArgumentException("A key ring has one active key and at most one next: " + keys);
        }
        if (keys.stream().map(SigningKey::kid).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("A key is twice in the ring: " + keys);
        }
    }

    /** The key that signs. */
    public SigningKey active() {
        return in(State.ACTIVE).getFirst();
    }

    public Optional<SigningKey> next() {
        return in(State.NEXT).stream().findFirst();
    }

    public List<SigningKey> retiring() {
        return in(State.RETIRING);
    }

    KeyRing with(List<SigningKey> keys) {
        return new KeyRing(keys, refreshSecret);
    }

    @Override
    public String toString() {
        return "KeyRing" + keys;
    }

    private List<SigningKey> in(State state) {
        return keys.stream().filter(key -> key.state() == state).toList();
    }

    private static long count(List<SigningKey> keys, State state) {
        return keys.stream().filter(key -> key.state() == state).count();
    }
}
