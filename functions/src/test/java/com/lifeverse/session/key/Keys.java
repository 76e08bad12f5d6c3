package com.lifeverse.session.key;

import static com.lifeverse.session.support.Fixtures.NOW;

import com.lifeverse.session.key.SigningKey.State;
import java.time.Instant;
import java.util.ArrayList;

/** Keys that look like keys, for rules that never sign. */
final class Keys {
    private Keys() {}

    static SigningKey key(String kid, Instant since) {
        return new SigningKey(kid, State.NEXT, since, "{\"kid\":\"" + kid + "\",\"d\":\"private\"}");
    }

    static KeyRing ring(String kid) {
        return KeyRotation.first(key(kid, NOW), new RefreshSecret(new byte[32]), NOW);
    }

    static KeyRing with(KeyRing ring, SigningKey key) {
        var keys = new ArrayList<>(ring.keys());
        keys.add(key);
        return new KeyRing(keys, ring.refreshSecret());
    }
}
