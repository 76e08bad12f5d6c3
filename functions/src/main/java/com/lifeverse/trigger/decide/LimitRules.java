package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.decide.Decision.Cooling;
import com.lifeverse.trigger.decide.Decision.Quiet;
import com.lifeverse.trigger.decide.Decision.Throttled;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a trigger from looking at a happening at all. */
final class LimitRules {
    private LimitRules() {}

    /** The limit that stops it; empty if none does. */
    static Optional<Decision> stopping(Limits limits, TriggerState state, Instant time) {
        return resting(limits, state, time).or(() -> throttle(limits, state.seen(), time));
    }

    /** The limit that stops a wait at its end; empty if none does. Neither it nor what has happened since it began is held against it. */
    static Optional<Decision> ending(Limits limits, TriggerState state, Seen waited) {
        var began = waited.at();
        return resting(limits, state, began)
                .or(() -> throttle(
                        limits,
                        state.seen().stream()
                                .filter(seen -> !seen.at().isAfter(began) && seen.key() != waited.key())
                                .toList(),
                        began));
    }

    /** Whether so much happens at once that one more is not looked at. */
    static boolean isThrottled(Limits limits, TriggerState state, Instant time) {
        return throttle(limits, state.seen(), time).isPresent();
    }

    private static Optional<Decision> resting(Limits limits, TriggerState state, Instant time) {
        var quiet = limits.quiet().filter(hours -> hours.hold(time));
        if (quiet.isPresent()) {
            return Optional.of(new Quiet(quiet.get().end(time)));
        }
        var closed = state.closedUntil(limits);
        if (time.isBefore(closed)) {
            return Optional.of(new Capped(closed));
        }
        var cap = limits.perPlayer();
        if (state.fired(cap.per(), time) >= cap.times()) {
            return Optional.of(new Capped(cap.per().end(time)));
        }
        return limits.cooldown()
                .flatMap(length -> state.firedWithin(length, time).map(fired -> fired.plus(length)))
                .map(Cooling::new);
    }

    // By any stretch that holds the happening: what was told before it may have happened after it.
    private static Optional<Decision> throttle(Limits limits, List<Seen> seen, Instant time) {
        return limits.throttle().flatMap(throttle -> {
            var length = throttle.per().length();
            return Stream.concat(seen.stream().map(Seen::at), Stream.of(time))
                    .filter(start -> !start.isAfter(time) && start.plus(length).isAfter(time))
                    .filter(start -> looked(seen, start, start.plus(length)) >= throttle.times())
                    .min(Instant::compareTo)
                    .map(start -> new Throttled(start.plus(length)));
        });
    }

    private static long looked(List<Seen> seen, Instant from, Instant until) {
        return seen.stream()
                .filter(happening ->
                        !happening.at().isBefore(from) && happening.at().isBefore(until))
                .count();
    }
}
