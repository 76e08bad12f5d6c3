package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds each write of a state against the reference: whoever decided on those events, after all that was written before, can have come to
 * that and nothing else. Where several things may be, all of them are followed up until later writes tell which it was.
 */
final class Decisions {
    private static final String AGREES = "decided-as-the-reference-says";
    private static final String NOT_WANTED = "not-wanted";

    /** Whose state of which trigger. */
    record Subject(String owner, String trigger) {}

    private final Stage stage;
    private final Versions versions;
    private final Map<Subject, Set<Memory>> possible = new LinkedHashMap<>();
    private final Map<Subject, Written> last = new LinkedHashMap<>();
    private final List<Written.Decision> told = new ArrayList<>();
    private final Map<String, Long> fates = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    Decisions(Stage stage, Versions versions) {
        this.stage = stage;
        this.versions = versions;
    }

    /** All that was decided and told, once each. */
    List<Written.Decision> told() {
        return List.copyOf(told);
    }

    /** All that the reference may remember in the end. */
    Map<Subject, Set<Memory>> remembered() {
        return new LinkedHashMap<>(possible);
    }

    /** How often what came of an event, or of time. */
    Map<String, Long> fates() {
        return new TreeMap<>(fates);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Whether that is what was written last. */
    boolean knows(Subject subject, String command) {
        var written = last.get(subject);
        return written != null && written.command().equals(command);
    }

    /** A state was written by nobody who had anything to decide. */
    void unasked(Subject subject) {
        find("written-for-a-reason", subject + " was written outside of engine and sweep");
    }

    /** A state was written by somebody who was given these facts; the sweep is given none. */
    void wrote(Subject subject, Written written, List<Fact> facts, boolean sweep, Instant began, Instant now) {
        var before = last.get(subject);
        boolean swept = before != null && written.revision() == 1 && before.ttl() <= now.getEpochSecond();
        if (swept) {
            possible.remove(subject);
        } else if (written.revision() != (before == null ? 1 : before.revision() + 1)) {
            find("written-on-the-latest", subject + " became revision " + written.revision() + " after " + before);
        }
        last.put(subject, written);
        var next = new LinkedHashSet<Memory>();
        var fitting = new ArrayList<Outcome>();
        for (var memory : memories(subject)) {
            Batches.heard(subject.owner(), facts)
                    .flatMap(heard -> outcomes(subject, memory, heard, sweep, began, now))
                    .filter(end -> fits(end, written))
                    .forEach(end -> {
                        next.add(end.outcome().memory());
                        fitting.add(end.outcome());
                    });
        }
        if (next.isEmpty()) {
            find(AGREES, "%s wrote %s, given %s and %s".formatted(subject, written, facts, memories(subject)));
        } else {
            List.of(fitting.getFirst().fate().split(" ")).forEach(this::count);
        }
        possible.put(subject, next);
        written.told().forEach(this::tell);
    }

    /** All of these were taken for good, and of no other state than those that were written anything had changed. */
    void unchanged(List<Fact> facts, Set<String> wrote, Instant began, Instant now) {
        var subjects = new LinkedHashSet<Subject>();
        for (var rules : versions.between(began, now)) {
            for (var rule : rules.values()) {
                facts.stream()
                        .filter(fact -> rule.step(fact) != Rule.NONE || rule.answers(fact))
                        .forEach(fact -> subjects.add(new Subject(rule.owner(fact), rule.id())));
            }
        }
        subjects.stream()
                .filter(subject -> !wrote.contains(subject.toString()))
                .forEach(subject -> silent(subject, facts, began, now));
    }

    private void silent(Subject subject, List<Fact> facts, Instant began, Instant now) {
        var left = new LinkedHashSet<Memory>();
        var fates = new ArrayList<String>();
        for (var memory : memories(subject)) {
            outcomes(subject, memory, facts, false, began, now)
                    .filter(end -> end.outcome().memory().equals(memory)
                            && end.outcome().told().isEmpty())
                    .forEach(end -> {
                        left.add(memory);
                        fates.add(end.outcome().fate());
                    });
        }
        if (left.isEmpty() && !memories(subject).isEmpty()) {
            find(AGREES, "%s wrote nothing, given %s and %s".formatted(subject, facts, memories(subject)));
        }
        fates.stream().findFirst().ifPresent(fate -> List.of(fate.split(" ")).forEach(this::count));
        possible.put(subject, left);
    }

    private Set<Memory> memories(Subject subject) {
        return possible.getOrDefault(subject, Set.of(Memory.NOTHING));
    }

    /** What may come of it by one of the rules that may have been in force. */
    private record End(Outcome outcome, String due) {}

    private Stream<End> outcomes(
            Subject subject, Memory memory, List<Fact> facts, boolean sweep, Instant began, Instant now) {
        return versions.between(began, now).stream().flatMap(rules -> {
            var rule = rules.get(subject.trigger());
            if (rule == null) {
                return Stream.of(notInForce(subject, memory, sweep));
            }
            var ends = sweep
                    ? new Absences(rule, usedUp(rule)).by(began, now, memory)
                    : Batches.of(new Reference(rule, began, now, usedUp(rule)), subject.owner(), facts, memory);
            return ends.stream().map(end -> new End(end, due(rule, end.memory())));
        });
    }

    /** What waited for a trigger that is no more is over for good: the trigger may come back, but it does not. */
    private End notInForce(Subject subject, Memory memory, boolean sweep) {
        if (!sweep) {
            return new End(Outcome.silent(NOT_WANTED, memory), "");
        }
        boolean waited = versions.of(subject.trigger()).stream().anyMatch(Rule::waits);
        var waits = waited ? Absences.waiting(memory).toList() : List.<Memory.Past>of();
        var left = memory.with(waits, Memory.Fate.SPENT).holding(Optional.empty());
        return new End(Outcome.silent("let-be", left), "");
    }

    private boolean fits(End end, Written written) {
        return !end.outcome().fate().equals(NOT_WANTED)
                && end.outcome()
                        .told()
                        .equals(written.told().stream()
                                .map(Written.Decision::told)
                                .toList())
                && end.due().equals(written.due())
                && held(end.outcome().memory()).equals(written.held());
    }

    private static String held(Memory memory) {
        return memory.burst()
                .map(burst -> burst.occurrence() + " x" + burst.firings())
                .orElse("");
    }

    private Predicate<String> usedUp(Rule rule) {
        return stretch -> {
            var pool = Items.of(stage, "pool#" + rule.id(), "cap#" + stretch);
            return !pool.isEmpty()
                    && Long.parseLong(Items.number(pool, "leased")) >= rule.number("/limits/global/times");
        };
    }

    private static String due(Rule rule, Memory memory) {
        return new Absences(rule)
                .next(memory)
                .map(time -> Memory.second(time.plusNanos(999_999_999)).toString())
                .orElse("");
    }

    private void tell(Written.Decision decision) {
        if (told.stream().anyMatch(other -> other.id().equals(decision.id()))) {
            find("decided-once", decision.id() + " was told before");
        }
        told.add(decision);
    }

    private void count(String fate) {
        fates.merge(fate, 1L, Long::sum);
    }

    private void find(String invariant, String what) {
        violations.add(new Violation(invariant, stage.step(), what));
    }
}
