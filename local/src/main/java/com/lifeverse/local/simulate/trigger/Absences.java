package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.trigger.Memory.Burst;
import com.lifeverse.local.simulate.trigger.Memory.Fate;
import com.lifeverse.local.simulate.trigger.Memory.Past;
import com.lifeverse.local.simulate.trigger.Memory.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What time alone brings about: a wait that nothing has answered is over, a burst has ended. */
record Absences(Rule rule, Predicate<String> usedUp) {
    /** Where it is not asked what all players share. */
    Absences(Rule rule) {
        this(rule, _ -> false);
    }

    /** What comes of what begins a wait, or ends some. */
    Outcome of(Past past, Memory memory) {
        if (past.step() == Reference.ANSWER) {
            var ended = waiting(memory).filter(begun -> isAnswered(begun, past)).toList();
            return Outcome.silent("answered", memory.with(ended, Fate.SPENT).and(past));
        }
        boolean answered = memory.are(Fate.OPEN).stream()
                .anyMatch(other -> other.step() == Reference.ANSWER && isAnswered(past, other));
        return answered
                ? Outcome.silent("answered", memory.and(past.as(Fate.SPENT)))
                : Outcome.silent("waiting", memory.and(past));
    }

    /** When the next thing comes about; empty if nothing will. */
    Optional<Instant> next(Memory memory) {
        return Stream.concat(memory.burst().map(this::end).stream(), first(memory).map(this::end).stream())
                .min(Comparator.naturalOrder());
    }

    /** All that may have come about between these times; what has come about by the first of them must have. */
    List<Outcome> by(Instant from, Instant to, Memory memory) {
        var all = new ArrayList<Outcome>();
        var held = memory.burst().map(this::end).filter(end -> !end.isAfter(to));
        var over = first(memory).filter(wait -> !end(wait).isAfter(to));
        if (held.isPresent()) {
            collect(all, held.get(), from, to, memory, List.of(released(memory)));
            // What becomes due in these very moments need not be seen: then only the wait is.
            if (!held.get().isAfter(from)) {
                return all;
            }
        }
        if (over.isPresent()) {
            collect(all, end(over.get()), from, to, memory, ended(over.get(), from, to, memory));
            return all;
        }
        if (held.isEmpty()) {
            all.add(Outcome.silent("nothing", memory));
        }
        return all;
    }

    private void collect(
            List<Outcome> all, Instant end, Instant from, Instant to, Memory before, List<Outcome> firsts) {
        for (var first : firsts) {
            for (var rest : by(from, to, first.memory())) {
                var told = new ArrayList<>(first.told());
                told.addAll(rest.told());
                all.add(new Outcome(first.fate(), rest.memory(), told));
            }
        }
        if (end.isAfter(from)) {
            all.add(Outcome.silent("not yet", before));
        }
    }

    private Outcome released(Memory memory) {
        var told = new Reference(rule, Instant.MIN, Instant.MIN, usedUp)
                .told(memory.burst().orElseThrow());
        var after = new Bursts(rule).told(memory.burst().orElseThrow(), memory);
        return new Outcome("told", after.holding(Optional.empty()), List.of(told));
    }

    private List<Outcome> ended(Past wait, Instant from, Instant to, Memory memory) {
        var reference = new Reference(rule, from, to, usedUp);
        var spent = memory.with(List.of(wait), Fate.SPENT);
        var stopped = reference.stopped(memory.without(wait), wait.at());
        return stopped.isEmpty()
                ? reference.fired(
                        wait.player(),
                        wait.at(),
                        new Times(wait.at(), wait.at()),
                        memory,
                        memory.with(List.of(wait), Fate.FIRED),
                        spent)
                : List.of(Outcome.silent(stopped, spent));
    }

    private Optional<Past> first(Memory memory) {
        return rule.waits() ? waiting(memory).min(Comparator.comparing(Past::at)) : Optional.empty();
    }

    static Stream<Past> waiting(Memory memory) {
        return memory.are(Fate.OPEN).stream().filter(past -> past.step() != Reference.ANSWER);
    }

    private Instant end(Past wait) {
        return wait.at().plus(rule.within());
    }

    private Instant end(Burst burst) {
        return rule.length("/pace/debounce")
                .map(burst.last()::plus)
                .orElseGet(() ->
                        burst.since().plus(rule.length("/pace/batch/within").orElseThrow()));
    }

    private boolean isAnswered(Past begun, Past answer) {
        boolean other = !answer.key().equals(begun.key() + "/answer");
        return answer.at().isBefore(begun.at().plus(rule.within()))
                && (answer.at().isAfter(begun.at()) || (other && answer.at().equals(begun.at())));
    }
}
