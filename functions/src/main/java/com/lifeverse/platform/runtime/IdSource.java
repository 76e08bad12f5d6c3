package com.lifeverse.platform.runtime;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** New ids: UUID version 7 (RFC 9562), so that they sort by the millisecond they were made in. */
@FunctionalInterface
public interface IdSource {
    UUID next();

    /** Ids of 74 random bits from the platform's secure source. */
    static IdSource random(InstantSource clock) {
        var random = new SecureRandom();
        return () -> version7(clock.millis(), random.nextLong(), random.nextLong());
    }

    /** The version 7 UUID of a time in epoch milliseconds and of random bits. */
    static UUID version7(long epochMillis, long high, long low) {
        long most = (epochMillis << 16) | 0x7000L | (high & 0x0FFFL);
        long least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
