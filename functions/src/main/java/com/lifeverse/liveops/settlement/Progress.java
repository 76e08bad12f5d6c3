package com.lifeverse.liveops.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the last round of a settlement is, or the run of a compensation.
 *
 * @param players how many it is about
 * @param settled with how many of them it is through
 * @param perSecond its rate; 0 if it cannot be told yet
 * @param remaining how long it takes at this rate; empty if nobody knows
 */
public record Progress(long players, long settled, double perSecond, Optional<Duration> remaining) {
    /**
     * A part that is done.
     *
     * @param players how many are in it
     */
    public record Part(int round, String file, long players, Instant begunAt, Instant doneAt) {}

    /** By the parts of the last round. */
    public static Progress of(Settlement settlement, List<Part> parts) {
        var last = parts.stream()
                .filter(part -> part.round() == settlement.round())
                .toList();
        return of(settlement.rounds().getOrDefault(settlement.round(), 0L), last);
    }

    /** Of whatever is gone through part by part. */
    public static Progress of(long players, List<Part> parts) {
        long settled = Math.min(players, parts.stream().mapToLong(Part::players).sum());
        var first = parts.stream().map(Part::begunAt).min(Instant::compareTo);
        var latest = parts.stream().map(Part::doneAt).max(Instant::compareTo);
        double seconds = first.isEmpty() || latest.isEmpty()
                ? 0
                : Duration.between(first.get(), latest.get()).toMillis() / 1000.0;
        double rate = seconds > 0 ? settled / seconds : 0;
        return new Progress(players, settled, rate, remaining(players - settled, rate));
    }

    private static Optional<Duration> remaining(long left, double rate) {
        if (left == 0) {
            return Optional.of(Duration.ZERO);
        }
        return rate > 0 ? Optional.of(Duration.ofMillis((long) Math.ceil(left * 1000 / rate))) : Optional.empty();
    }
}
