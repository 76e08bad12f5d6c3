package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.Breakers;
import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Burn.Spent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The breaker of one trigger that is tried; whoever spends is one engine, and nobody closes it. */
final class ScratchBreakers implements Breakers {
    private final long[] parts = new long[Burn.PARTS];
    private Instant start = Instant.EPOCH;
    private Breaker breaker = Breaker.NEW;

    /** How it opened; empty if it did not. */
    Optional<Breaker> opened() {
        return Optional.of(breaker).filter(Breaker::holds);
    }

    @Override
    public Breaker of(String trigger, Instant now) {
        return breaker;
    }

    @Override
    public Spent spend(String trigger, Burn burn, Breaker before, long amount, Instant now) {
        if (!burn.start(now).equals(start)) {
            start = burn.start(now);
            Arrays.fill(parts, 0);
        }
        int part = burn.part(now);
        parts[part] += amount;
        return new Spent(Arrays.stream(parts).sum(), parts[part]);
    }

    @Override
    public boolean put(String trigger, Breaker before, Breaker after) {
        breaker = after;
        return true;
    }
}
