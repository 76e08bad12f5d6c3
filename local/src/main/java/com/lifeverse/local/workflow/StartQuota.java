package com.lifeverse.local.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many executions may be started: a bucket for each type of machine, which fills again by the stack's clock. The
 * sizes are those of us-east-1 (service quotas, as of 2026).
 */
final class StartQuota {
    private static final double NANOS_A_SECOND = 1e9;

    /**
     * A bucket's rules.
     *
     * @param size starts at once
     * @param refill starts a second after that
     */
    private record Bucket(double size, double refill) {
        static Bucket of(Machine.Kind kind) {
            return switch (kind) {
                case STANDARD -> new Bucket(1_300, 300);
                case EXPRESS -> new Bucket(6_000, 6_000);
            };
        }
    }

    private record Level(double left, Instant at) {}

    private final InstantSource clock;
    private final Map<Machine.Kind, Level> levels = new EnumMap<>(Machine.Kind.class);

    StartQuota(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes one start.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException ThrottlingException if there is none
     */
    synchronized void take(Machine.Kind kind) {
        var bucket = Bucket.of(kind);
        var now = clock.instant();
        var before = levels.getOrDefault(kind, new Level(bucket.size(), now));
        double seconds = Math.max(0, Duration.between(before.at(), now).toNanos() / NANOS_A_SECOND);
        double left = Math.min(bucket.size(), before.left() + seconds * bucket.refill());
        if (left < 1) {
            throw Refusal.THROTTLING.because("Rate exceeded");
        }
        levels.put(kind, new Level(left - 1, now));
    }
}
