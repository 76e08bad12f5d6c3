package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Shadow;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.DueRules;
import com.lifeverse.trigger.decide.TriggerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be written of one owner and one trigger: what the version that acts has decided, and what the one that only decides makes of it.
 *
 * @param live empty if no version acts for this owner
 * @param shadow empty if none only decides
 * @param begun the state that the shadow began with
 */
record Plan(Subject subject, Stored before, Optional<Course> live, Optional<Course> shadow, TriggerState begun) {
    boolean changes() {
        return !state().equals(before.state())
                || shadow.filter(course -> !course.state().equals(begun)).isPresent();
    }

    /** The decisions that hold. */
    List<Decision> decisions() {
        return live.map(Course::decisions).orElse(List.of());
    }

    /** What names this change among all others. */
    Stream<String> names() {
        return Stream.of(
                subject.playerId(),
                subject.trigger(),
                Long.toString(before.revision()),
                state().toString(),
                shadow().map(course -> course.state().toString()).orElse(""));
    }

    Change change(String command, Instant now, TriggerPolicy policy) {
        return new Change(
                subject,
                before,
                state(),
                live.map(Course::told).orElse(List.<Envelope>of()),
                command,
                courses()
                        .flatMap(course -> DueRules.next(course.trigger(), course.state()).stream())
                        .min(Instant::compareTo),
                // A broom may sweep the state away when nothing in it matters, not even to a trigger that remembers
                // longer
                // from tomorrow on; the day more is for what is under way then.
                expires(now, policy).plus(Duration.ofDays(1)),
                shadow.map(course -> new Shadow(course.trigger().version(), course.state())),
                compared());
    }

    private Instant expires(Instant now, TriggerPolicy policy) {
        var kept = Stream.concat(courses().map(Course::trigger).map(policy::keeps), Stream.of(policy.horizon()));
        var limited = courses().map(course -> course.state().firings().until().plus(policy.horizon()));
        return Stream.concat(kept.map(now::plus), limited)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private TriggerState state() {
        return live.map(Course::state).orElseGet(before::state);
    }

    private List<Comparison> compared() {
        return shadow.map(course -> Comparison.of(live.map(Course::acted).orElse(Set.of()), course.acted()))
                .orElse(List.of());
    }

    private Stream<Course> courses() {
        return Stream.concat(live.stream(), shadow.stream());
    }
}
