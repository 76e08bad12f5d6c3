package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Saved;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Claim;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.DueRules;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides on events and stores what was decided, exactly once. One read, and one write if anything changed, for all triggers
 * and events of a call. When it returns, every decision holds; when it fails, the same call may be made again.
 */
public final class TriggerEngine {
    /** Others kept writing the same state; trying again later will do. */
    public static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contended(Subject subject) {
            super("Trigger " + subject.trigger() + " of one player is written by others all the time");
        }
    }

    /**
     * Happenings of one owner that a trigger wants.
     *
     * @param owner the player, or what stands for all of them, as the trigger's window counts
     */
    public record Wanted(Trigger trigger, String owner, List<Happening> happenings) {
        public Wanted {
            happenings = List.copyOf(happenings);
        }

        Subject subject() {
            return new Subject(owner, trigger.id());
        }
    }

    private record Plan(
            Wanted wanted, Stored before, List<Decision> decisions, TriggerState state, List<Envelope> told) {
        boolean changes() {
            return !state.equals(before.state());
        }
    }

    private record Taken(String event, Claim claim) {}

    private final TriggerStates states;
    private final Allotments allotments;
    private final InstantSource clock;
    private final TriggerPolicy policy;

    public TriggerEngine(TriggerStates states, Allotments allotments, InstantSource clock, TriggerPolicy policy) {
        this.states = states;
        this.allotments = allotments;
        this.clock = clock;
        this.policy = policy;
    }

    /** Decides on happenings for one trigger. */
    public List<Decision> evaluate(Trigger trigger, String owner, List<Happening> happenings) {
        return evaluate(List.of(new Wanted(trigger, owner, happenings))).getFirst();
    }

    /**
     * Decides; for each trigger one decision for each happening, in their order.
     *
     * @param all of different triggers or owners, at most {@value TriggerStates#MOST}
     * @throws Contended if other writers were faster at every attempt
     */
    public List<List<Decision>> evaluate(List<Wanted> all) {
        var stored = new HashMap<>(states.read(all.stream().map(Wanted::subject).toList()));
        // What was taken at an attempt that others overtook is used at the next.
        var taken = new HashSet<Taken>();
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var now = clock.instant();
            var plans = all.stream()
                    .map(wanted -> plan(wanted, stored.getOrDefault(wanted.subject(), Stored.NOTHING), now, taken))
                    .toList();
            var decisions = plans.stream().map(Plan::decisions).toList();
            var changes = changes(plans.stream().filter(Plan::changes).toList(), now);
            if (changes.isEmpty()) {
                return decisions;
            }
            switch (states.save(changes)) {
                case Saved.Done() -> {
                    return decisions;
                }
                case Saved.Overtaken(var current) -> stored.putAll(current);
            }
        }
        throw new Contended(all.getFirst().subject());
    }

    private Plan plan(Wanted wanted, Stored before, Instant now, Set<Taken> taken) {
        var decisions = new ArrayList<Decision>();
        var told = new ArrayList<Envelope>();
        var state = before.state();
        for (var happening : wanted.happenings()) {
            var decision = TriggerRules.decide(wanted.trigger(), happening, state, now, policy);
            decision = afforded(wanted.trigger(), happening.event().id(), decision, taken);
            decisions.add(decision);
            told.addAll(TriggerRules.told(decision));
            state = TriggerRules.after(decision, state);
        }
        return new Plan(wanted, before, decisions, state, told);
    }

    /**
     * Decides on all that time alone has brought about by now: waits that are over, firings that need not be held back longer.
     * No decisions if there is nothing, or others have seen to it.
     *
     * @param suits whether the trigger wants the player as they are now
     * @throws Contended if other writers were faster at every attempt
     */
    public List<Decision> due(Trigger trigger, String owner, boolean suits) {
        var subject = new Subject(owner, trigger.id());
        var before = read(subject);
        var taken = new HashSet<Taken>();
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var now = clock.instant();
            var plan = overdue(new Wanted(trigger, owner, List.of()), suits, before, now, taken);
            if (!plan.changes()) {
                return List.of();
            }
            switch (states.save(changes(List.of(plan), now))) {
                case Saved.Done() -> {
                    return plan.decisions();
                }
                case Saved.Overtaken(var current) -> before = current.getOrDefault(subject, Stored.NOTHING);
            }
        }
        throw new Contended(subject);
    }

    /** Lets a state that is due be, because its trigger is no more. What it held back is never told. */
    public void letBe(Subject subject) {
        var before = read(subject);
        var after = new TriggerState(before.state().floor(), before.state().seen());
        var now = clock.instant();
        var command = NameBasedId.of(
                "cmd_", "let-be", subject.playerId(), subject.trigger(), Long.toString(before.revision()));
        // Overtaken, it is found again.
        states.save(List.of(
                new Change(subject, before, after, List.of(), command, Optional.empty(), now.plus(policy.horizon()))));
    }

    private Stored read(Subject subject) {
        return states.read(List.of(subject)).getOrDefault(subject, Stored.NOTHING);
    }

    private Plan overdue(Wanted wanted, boolean suits, Stored before, Instant now, Set<Taken> taken) {
        var trigger = wanted.trigger();
        var decisions = new ArrayList<Decision>();
        var told = new ArrayList<Envelope>();
        var state = before.state();
        var due = DueRules.overdue(trigger, wanted.owner(), suits, state, now);
        while (due.isPresent()) {
            var decision = afforded(trigger, "due" + decisions.size(), due.get().decision(), taken);
            var after = TriggerRules.after(decision, state);
            state = after.equals(state) ? due.get().otherwise() : after;
            decisions.add(decision);
            told.addAll(TriggerRules.told(decision));
            due = DueRules.overdue(trigger, wanted.owner(), suits, state, now);
        }
        return new Plan(wanted, before, decisions, state, told);
    }

    private Decision afforded(Trigger trigger, String cause, Decision decision, Set<Taken> taken) {
        return TriggerRules.claims(decision).stream()
                .filter(claim -> !take(trigger, new Taken(cause, claim), taken))
                .findFirst()
                .<Decision>map(claim -> new Decision.Exhausted(claim.pool(), claim.until()))
                .orElse(decision);
    }

    private boolean take(Trigger trigger, Taken wanted, Set<Taken> taken) {
        return taken.contains(wanted) || (allotments.take(trigger.id(), wanted.claim()) && taken.add(wanted));
    }

    // The command is made from what is written: if two receivers of the same batch write the same, either is both's
    // success.
    private List<Change> changes(List<Plan> plans, Instant now) {
        var names = plans.stream()
                .flatMap(plan -> Stream.of(
                        plan.wanted().owner(),
                        plan.wanted().trigger().id(),
                        Long.toString(plan.before().revision()),
                        plan.state().toString()))
                .toArray(String[]::new);
        var command = NameBasedId.of("cmd_", names);
        return plans.stream()
                .map(plan -> new Change(
                        plan.wanted().subject(),
                        plan.before(),
                        plan.state(),
                        plan.told(),
                        command,
                        DueRules.next(plan.wanted().trigger(), plan.state()),
                        // A broom may sweep the state away when nothing in it matters; the day more is for what is
                        // under way then.
                        now.plus(policy.keeps(plan.wanted().trigger())).plus(Duration.ofDays(1))))
                .toList();
    }
}
