package com.lifeverse.session.key;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.key.KeyRotation.Decision;
import com.lifeverse.session.key.KeyVault.Stored;
import com.lifeverse.session.key.KeyVault.Write;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys of the issuer: makes the first ring, rotates it, and publishes the public halves after every step, changed or not,
 * so that a step which failed half-way is mended by its repetition.
 */
public final class IssuerKeys {
    /** What came of a step. */
    public sealed interface Outcome {
        /** It is done; {@code changed} if just now. */
        record Done(String kid, boolean changed) implements Outcome {}

        record TooEarly(String kid, Instant possibleAt) implements Outcome {}
    }

    private final KeyVault vault;
    private final KeySource source;
    private final KeyPublisher publisher;
    private final SessionPolicy policy;

    public IssuerKeys(KeyVault vault, KeySource source, KeyPublisher publisher, SessionPolicy policy) {
        this.vault = vault;
        this.source = source;
        this.publisher = publisher;
        this.policy = policy;
    }

    /** Makes the first ring if there is none; one that is there stays as it is. Returns the active key's name. */
    public String begin(Instant now) {
        var stored = vault.read();
        if (stored.flatMap(Stored::ring).isEmpty()) {
            // Whoever is overtaken here finds the other's ring when it publishes.
            vault.write(
                    KeyRotation.first(source.signingKey(now), source.refreshSecret(), now),
                    stored.map(Stored::version));
        }
        return publish().active().kid();
    }

    /** Takes one step. */
    public Outcome take(RotationStep step, Instant now) {
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var stored = stored();
            switch (KeyRotation.decide(ring(stored), step, () -> source.signingKey(now), now, policy)) {
                case Decision.Nothing(var kid) -> {
                    return published(new Outcome.Done(kid, false));
                }
                case Decision.TooEarly(var kid, var possibleAt) -> {
                    return published(new Outcome.TooEarly(kid, possibleAt));
                }
                case Decision.Change(var ring, var kid) -> {
                    if (vault.write(ring, Optional.of(stored.version())) == Write.WRITTEN) {
                        return published(new Outcome.Done(kid, true));
                    }
                }
            }
        }
        throw new IllegalStateException("Others changed the key ring at every attempt");
    }

    private Outcome published(Outcome outcome) {
        publish();
        return outcome;
    }

    // Looks again afterwards: somebody who writes and publishes in between must not be papered over by an older ring.
    private KeyRing publish() {
        var stored = stored();
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            publisher.publish(ring(stored));
            var now = stored();
            if (now.version().equals(stored.version())) {
                return ring(stored);
            }
            stored = now;
        }
        throw new IllegalStateException("The key ring changed at every attempt to publish it");
    }

    private Stored stored() {
        return vault.read().orElseThrow(IssuerKeys::noRing);
    }

    private static KeyRing ring(Stored stored) {
        return stored.ring().orElseThrow(IssuerKeys::noRing);
    }

    private static IllegalStateException noRing() {
        return new IllegalStateException("There is no key ring; the deployment makes the first");
    }
}
