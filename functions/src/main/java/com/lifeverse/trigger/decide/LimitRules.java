package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.decide.Decision.Cooling;
import com.lifeverse.trigger.decide.Decision.Quiet;
import com.lifeverse.trigger.decide.Decision.Throttled;
import com.lifeverse.trigger.spec.Limits;
import java.time.Instant;
import java.util.Optional;

/** What keeps a trigger from looking at a happening at all. */
final class LimitRules {
    private LimitRules() {}

    /** The limit that stops it; empty if none does. */
    static Optional<Decision> stopping(Limits limits, TriggerState state, Instant time) {
        var quiet = limits.quiet().filter(hours -> hours.hold(time));
        if (quiet.isPresent()) {
            return Optional.of(new Quiet(quiet.get().end(time)));
        }
        var cap = limits.perPlayer();
        if (state.fired(cap.per(), time) >= cap.times()) {
            return Optional.of(new Capped(cap.per().end(time)));
        }
        var rest = limits.cooldown()
                .flatMap(length -> state.firedWithin(length, time).map(fired -> fired.plus(length)));
        return rest.isPresent() ? Optional.of(new Cooling(rest.get())) : throttle(limits, state, time);
    }

    /** Whether so much happens at once that one more is not looked at. */
    static boolean isThrottled(Limits limits, TriggerState state, Instant time) {
        return throttle(limits, state, time).isPresent();
    }

    private static Optional<Decision> throttle(Limits limits, TriggerState state, Instant time) {
        return limits.throttle().flatMap(throttle -> {
            var length = throttle.per().length();
            var recent = state.before(length, time);
            return recent.size() < throttle.times()
                    ? Optional.empty()
                    : Optional.of(new Throttled(recent.getFirst().at().plus(length)));
        });
    }
}
