package com.lifeverse.session.key;

import java.util.Optional;

/** Where the key ring is kept. An outage is an exception, never absence. */
public interface KeyVault {
    /**
     * A ring and the name of the version it was read from.
     *
     * @param ring empty if the version holds none yet
     */
    record Stored(Optional<KeyRing> ring, String version) {}

    /** What is kept now; empty if nothing was ever written. */
    Optional<Stored> read();

    /** Keeps the ring, if what is kept is still that version (empty: nothing). The same write again changes nothing. */
    Write write(KeyRing ring, Optional<String> replaces);

    /** What came of a write. */
    enum Write {
        WRITTEN,
        /** Somebody else wrote first. */
        OVERTAKEN
    }
}
