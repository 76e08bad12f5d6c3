package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Saved;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides on events and stores what was decided, exactly once. One read, and one write if anything changed, for all events
 * of a call. When it returns, every decision holds; when it fails, the same call may be made again.
 */
public final class TriggerEngine {
    /** Others kept writing the same state; trying again later will do. */
    public static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contended(Subject subject) {
            super("Trigger " + subject.trigger() + " of one player is written by others all the time");
        }
    }

    private record Plan(List<Decision> decisions, TriggerState state, List<Envelope> told) {}

    private final TriggerStates states;
    private final InstantSource clock;
    private final TriggerPolicy policy;

    public TriggerEngine(TriggerStates states, InstantSource clock, TriggerPolicy policy) {
        this.states = states;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Decides on events of one player that all match the trigger's pattern; one decision for each, in their order.
     *
     * @throws Contended if other writers were faster at every attempt
     */
    public List<Decision> evaluate(Trigger trigger, String playerId, List<Envelope> events) {
        var subject = new Subject(playerId, trigger.id());
        var stored = states.read(subject);
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var now = clock.instant();
            var plan = plan(trigger, events, stored.state(), now);
            if (plan.state().equals(stored.state())) {
                return plan.decisions();
            }
            switch (states.save(change(subject, trigger, stored, plan, now))) {
                case Saved.Done() -> {
                    return plan.decisions();
                }
                case Saved.Overtaken(var current) -> stored = current;
            }
        }
        throw new Contended(subject);
    }

    private Plan plan(Trigger trigger, List<Envelope> events, TriggerState before, Instant now) {
        var decisions = new ArrayList<Decision>();
        var told = new ArrayList<Envelope>();
        var state = before;
        for (var event : events) {
            var decision = TriggerRules.decide(trigger, event, state, now, policy);
            decisions.add(decision);
            state = switch (decision) {
                case Decision.Fired fired -> {
                    told.add(fired.told());
                    yield fired.state();
                }
                case Decision.Counted counted -> counted.state();
                case Decision.Duplicate _, Decision.Capped _, Decision.TooLate _, Decision.LoopStopped _ -> state;
            };
        }
        return new Plan(decisions, state, told);
    }

    // The command is made from what is written: if two receivers of the same batch write the same, either is both's
    // success.
    private Change change(Subject subject, Trigger trigger, Stored before, Plan plan, Instant now) {
        var command = NameBasedId.of(
                "cmd_",
                subject.playerId(),
                subject.trigger(),
                Long.toString(before.revision()),
                plan.state().toString());
        // A broom may sweep the state away when nothing in it matters; the day more is for what is under way then.
        var expires = now.plus(policy.keeps(trigger)).plus(Duration.ofDays(1));
        return new Change(subject, before, plan.state(), plan.told(), command, expires);
    }
}
