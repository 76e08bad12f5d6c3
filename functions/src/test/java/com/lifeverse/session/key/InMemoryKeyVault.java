package com.lifeverse.session.key;

import java.util.Optional;

/** A vault in memory whose versions are numbers. */
public final class InMemoryKeyVault implements KeyVault {
    private Optional<KeyRing> kept = Optional.empty();
    private int version;
    private int reads;

    @Override
    public synchronized Optional<Stored> read() {
        reads++;
        return kept.map(ring -> new Stored(Optional.of(ring), Integer.toString(version)));
    }

    @Override
    public synchronized Write write(KeyRing ring, Optional<String> replaces) {
        if (kept.equals(Optional.of(ring))) {
            return Write.WRITTEN;
        }
        var current = version == 0 ? Optional.<String>empty() : Optional.of(Integer.toString(version));
        if (!current.equals(replaces)) {
            return Write.OVERTAKEN;
        }
        kept = Optional.of(ring);
        version++;
        return Write.WRITTEN;
    }

    /** How often it was read. */
    public synchronized int reads() {
        return reads;
    }
}
