package com.lifeverse.session.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key ring as last read, so that a call costs no look into the vault. Safe for use by many threads. */
public final class CachedKeys {
    /** A caller with rubbish in hand must not be able to make us read the vault at every call. */
    private static final Duration CALM = Duration.ofSeconds(10);

    private record Reading(KeyRing ring, Instant at) {
        boolean olderThan(Duration age, Instant now) {
            return now.isAfter(at.plus(age)) || now.isBefore(at);
        }
    }

    private final KeyVault vault;
    private final Duration life;
    private @Nullable Reading reading;

    public CachedKeys(KeyVault vault, Duration life) {
        this.vault = vault;
        this.life = life;
    }

    /** The ring, read again when the reading has grown old. */
    public synchronized KeyRing current(Instant now) {
        var known = reading;
        return known == null || known.olderThan(life, now) ? read(now) : known.ring();
    }

    /** The ring read anew because something does not fit the known one; empty if that was read a moment ago. */
    public synchronized Optional<KeyRing> newer(Instant now) {
        var known = reading;
        return known == null || known.olderThan(CALM, now) ? Optional.of(read(now)) : Optional.empty();
    }

    private KeyRing read(Instant now) {
        var ring = vault.read()
                .flatMap(KeyVault.Stored::ring)
                .orElseThrow(() -> new IllegalStateException("There is no key ring; the deployment makes the first"));
        reading = new Reading(ring, now);
        return ring;
    }
}
