package com.lifeverse.local.cli;

import com.lifeverse.local.tour.Host;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stage somewhere else, of which only its address is known.
 *
 * @param server what a game server signs with, if anybody has it
 */
record Abroad(String baseUrl, String region, Optional<Credentials> server, InstantSource clock) implements Host {
    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Credentials gameServer(String name) {
        return server.orElseThrow(() -> new IllegalStateException("Nobody gave credentials for " + name));
    }

    /** Nobody tells from outside when all has happened: a second is let pass. */
    @Override
    public void settle() {
        try {
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the stage settles", e);
        }
    }
}
