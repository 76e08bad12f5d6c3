package com.lifeverse.local.rehearse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** A while in which a bot plays. */
record Sitting(Instant from, Instant until) {
    /** The longest before or after what it is about. */
    static final Duration MOST = Duration.ofSeconds(75);

    private static final Duration LEAST = Duration.ofSeconds(38);
    private static final Duration SAMPLE = Duration.ofDays(2);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** Around each turn, and one in so many hours; what meets is one sitting. In order. */
    static List<Sitting> plan(List<Expectation.Turn> turns, Script script, RandomGenerator random) {
        var all = new ArrayList<Sitting>();
        for (var turn : turns) {
            all.add(new Sitting(
                    turn.at().minus(between(LEAST, MOST, random)), turn.at().plus(between(LEAST, MOST, random))));
        }
        var soonest = script.begins().plus(Duration.ofMinutes(15));
        for (var at = soonest.plus(between(Duration.ZERO, SAMPLE, random));
                at.isBefore(script.ends().minus(MOST));
                at = at.plus(between(SAMPLE.dividedBy(2), SAMPLE.multipliedBy(2), random))) {
            all.add(new Sitting(at, at.plus(LONG_ENOUGH)));
        }
        return joined(all);
    }

    private static List<Sitting> joined(List<Sitting> all) {
        var joined = new ArrayList<Sitting>();
        for (var each : all.stream().sorted(Comparator.comparing(Sitting::from)).toList()) {
            if (!joined.isEmpty()
                    && !each.from().isAfter(joined.getLast().until().plus(MOST))) {
                var before = joined.removeLast();
                var until = before.until().isAfter(each.until()) ? before.until() : each.until();
                joined.add(new Sitting(before.from(), until));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }

    private static Duration between(Duration least, Duration most, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
