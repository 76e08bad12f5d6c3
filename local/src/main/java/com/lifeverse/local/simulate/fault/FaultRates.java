package com.lifeverse.local.simulate.fault;

/**
 * How likely each fault is at a crossing where it can happen, from 0 to 1. A fault that can happen at few crossings is
 * rarer in a run than its rate.
 */
public record FaultRates(
        double slow,
        double throttled,
        double conflicting,
        double unsent,
        double replyLost,
        double repeated,
        double repeatedLater,
        double crashed,
        double timedOut,
        double restarted) {
    public FaultRates {
        double sum = slow + throttled + conflicting + unsent + replyLost;
        sum += repeated + repeatedLater + crashed + timedOut + restarted;
        if (sum < 0 || sum > 1) {
            throw new IllegalArgumentException("Rates must add up to 0 to 1, not " + sum);
        }
    }

    /** A bad day: at every twelfth crossing something goes wrong. */
    public static FaultRates usual() {
        return new FaultRates(0.025, 0.008, 0.004, 0.008, 0.01, 0.01, 0.008, 0.006, 0.003, 0.0008);
    }

    /** All rates, times {@code factor}. */
    public FaultRates times(double factor) {
        return new FaultRates(
                slow * factor,
                throttled * factor,
                conflicting * factor,
                unsent * factor,
                replyLost * factor,
                repeated * factor,
                repeatedLater * factor,
                crashed * factor,
                timedOut * factor,
                restarted * factor);
    }
}
