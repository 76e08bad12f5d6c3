package com.lifeverse.trigger;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.Course.Purse;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Saved;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.ShadowRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** A version of a trigger, and the happenings that it wants; none is fine. */
    public record Part(Trigger trigger, List<Happening> happenings) {
        public Part {
            happenings = List.copyOf(happenings);
        }
    }

    /**
     * What a trigger's versions want of one owner.
     *
     * @param acting the version that acts for this owner; where none does, the one that tells what is held, without happenings
     * @param shadow the one that only decides
     */
    public record Wanted(Subject subject, Optional<Part> acting, Optional<Part> shadow) {
        /** Of a trigger that has one version, and that for all. */
        public Wanted(Trigger trigger, String owner, List<Happening> happenings) {
            this(new Subject(owner, trigger.id()), Optional.of(new Part(trigger, happenings)), Optional.empty());
        }
    }

    /** A version of a trigger, and whether it wants the player as they are now. */
    public record Suited(Trigger trigger, boolean suits) {}

    /** A state that is due, with the versions that it concerns. */
    public record Owed(Subject subject, Optional<Suited> acting, Optional<Suited> shadow) {}

    private final TriggerStates states;
    private final Allotments allotments;
    private final Breakers breakers;
    private final InstantSource clock;
    private final TriggerPolicy policy;

    /** One whose triggers are never held for spending too fast. */
    public TriggerEngine(TriggerStates states, Allotments allotments, InstantSource clock, TriggerPolicy policy) {
        this(states, allotments, Breakers.unwatched(), clock, policy);
    }

    /** One that decides with these states, and with what all players share. */
    public TriggerEngine(
            TriggerStates states, Allotments allotments, Breakers breakers, InstantSource clock, TriggerPolicy policy) {
        this.states = states;
        this.allotments = allotments;
        this.breakers = breakers;
        this.clock = clock;
        this.policy = policy;
    }

    /** Decides on happenings for one trigger. */
    public List<Decision> evaluate(Trigger trigger, String owner, List<Happening> happenings) {
        return evaluate(List.of(new Wanted(trigger, owner, happenings))).getFirst();
    }

    /**
     * Decides; for each trigger one decision for each happening that the version that acts wants, in their order.
     *
     * @param all of different triggers or owners, at most {@value TriggerStates#MOST}
     * @throws Contended if other writers were faster at every attempt
     */
    public List<List<Decision>> evaluate(List<Wanted> all) {
        var stored = new HashMap<>(states.read(all.stream().map(Wanted::subject).toList()));
        var purse = new SharedPurse(allotments, breakers);
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var now = clock.instant();
            var plans = all.stream()
                    .map(wanted -> plan(wanted, stored.getOrDefault(wanted.subject(), Stored.NOTHING), now, purse))
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

    private Plan plan(Wanted wanted, Stored before, Instant now, SharedPurse purse) {
        var live = wanted.acting()
                .map(part ->
                        new Course(part.trigger(), before.state(), purse.at(now)).over(part.happenings(), now, policy));
        var begun = begun(wanted.shadow().map(Part::trigger), wanted.acting().map(Part::trigger), before);
        var shadow = wanted.shadow()
                .map(part -> new Course(part.trigger(), begun, mirror(live)).over(part.happenings(), now, policy));
        return new Plan(wanted.subject(), before, live, shadow, begun);
    }

    /** As {@link #due(Owed)}, of a trigger that has one version, and that for all. */
    public List<Decision> due(Trigger trigger, String owner, boolean suits) {
        return due(
                new Owed(new Subject(owner, trigger.id()), Optional.of(new Suited(trigger, suits)), Optional.empty()));
    }

    /**
     * Decides on all that time alone has brought about by now: waits that are over, firings that need not be held back longer.
     * No decisions if there is nothing, or others have seen to it.
     *
     * @throws Contended if other writers were faster at every attempt
     */
    public List<Decision> due(Owed owed) {
        var before = read(owed.subject());
        var purse = new SharedPurse(allotments, breakers);
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var now = clock.instant();
            var plan = overdue(owed, before, now, purse);
            // Written also if nothing came of it, or it would stay due for ever: another version may wait for something
            // else.
            switch (states.save(changes(List.of(plan), now))) {
                case Saved.Done() -> {
                    return plan.decisions();
                }
                case Saved.Overtaken(var current) -> before = current.getOrDefault(owed.subject(), Stored.NOTHING);
            }
        }
        throw new Contended(owed.subject());
    }

    private Plan overdue(Owed owed, Stored before, Instant now, SharedPurse purse) {
        var owner = owed.subject().playerId();
        var live = owed.acting()
                .map(version -> new Course(version.trigger(), before.state(), purse.at(now))
                        .until(now, owner, version.suits()));
        var begun = begun(owed.shadow().map(Suited::trigger), owed.acting().map(Suited::trigger), before);
        var shadow = owed.shadow()
                .map(version -> new Course(version.trigger(), begun, mirror(live)).until(now, owner, version.suits()));
        return new Plan(owed.subject(), before, live, shadow, begun);
    }

    private static TriggerState begun(Optional<Trigger> shadow, Optional<Trigger> live, Stored before) {
        return shadow.map(trigger -> before.of(trigger, live)).orElse(TriggerState.NEW);
    }

    /** Lets a state that is due be, because its trigger is no more. What it held back is never told. */
    public void letBe(Subject subject) {
        var before = read(subject);
        var after = before.state().lettingBe();
        var now = clock.instant();
        var command = NameBasedId.of(
                "cmd_", "let-be", subject.playerId(), subject.trigger(), Long.toString(before.revision()));
        // Overtaken, it is found again.
        states.save(List.of(
                // As long as its name may not come back as something else: what it did counts for its caps then.
                new Change(subject, before, after, List.of(), command, Optional.empty(), now.plus(policy.names()))));
    }

    private Stored read(Subject subject) {
        return states.read(List.of(subject)).getOrDefault(subject, Stored.NOTHING);
    }

    private static Purse mirror(Optional<Course> live) {
        var refused = live.map(Course::refused).orElse(Map.of());
        return (_, cause, decision) -> ShadowRules.afforded(cause, decision, refused);
    }

    // The command is made from what is written: if two receivers of the same batch write the same, either is both's
    // success.
    private List<Change> changes(List<Plan> plans, Instant now) {
        var command = NameBasedId.of("cmd_", plans.stream().flatMap(Plan::names).toArray(String[]::new));
        return plans.stream().map(plan -> plan.change(command, now, policy)).toList();
    }
}
