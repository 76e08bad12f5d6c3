package com.lifeverse.trigger.schedule;

import com.lifeverse.trigger.schedule.ScheduleRules.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sees to schedules, in rounds: what is under way is carried out and looked at, what is due is decided and written, until nothing
 * is left to do. It may be cut anywhere and done again by anybody, also by two at once: what was decided is in the ledger, and
 * carrying it out again changes nothing.
 *
 * @param reading reads what a schedule said before; empty for what cannot be read any more
 */
public record ScheduleKeeper(
        Ledger ledger, Runs runs, ScheduleRules rules, Function<String, Optional<Schedule>> reading) {
    /** So much is done at once; what is left is found by whoever comes next. */
    private static final int ROUNDS = 100;

    /**
     * A schedule that is in force.
     *
     * @param document what its file says
     * @param since since when it says that
     * @param past what its file has said before, one after the other; as far back as anybody has decided, or if nobody has, since the name was
     *     last in force without a gap
     */
    public record InForce(Schedule schedule, String document, Instant since, List<Said> past) {
        public InForce {
            past = List.copyOf(past);
        }

        /** One of whose past nothing matters. */
        public InForce(Schedule schedule, String document, Instant since) {
            this(schedule, document, since, List.of());
        }

        ScheduleState begun() {
            var first = all().getFirst();
            return ScheduleState.begun(schedule.id(), first.since(), first.document());
        }

        /** What it said next after what the state goes by; empty if that is what it says now. */
        Optional<Said> next(ScheduleState state) {
            return Said.next(all(), state);
        }

        private List<Said> all() {
            return Stream.concat(past.stream(), Stream.of(new Said(document, since)))
                    .toList();
        }
    }

    /** What a schedule's file says, and since when; nothing while it was not in force. */
    public record Said(String document, Instant since) {
        /** What it said next after what the state goes by; empty if that is the last. */
        static Optional<Said> next(List<Said> all, ScheduleState state) {
            int at = at(all, state);
            return at == all.size() - 1 ? Optional.empty() : Optional.of(all.get(at + 1));
        }

        // It may have said the same before and after something else.
        private static int at(List<Said> all, ScheduleState state) {
            int last = -1;
            int known = -1;
            for (int each = 0; each < all.size(); each++) {
                if (all.get(each).document().equals(state.document())) {
                    last = each;
                    known = all.get(each).since().isAfter(state.since()) ? known : each;
                }
            }
            if (state.since().equals(Instant.EPOCH)) {
                return last;
            }
            // Otherwise it says so since before all that is known.
            return known >= 0 ? known : all.getFirst().document().equals(state.document()) ? 0 : -1;
        }
    }

    /**
     * How it stands afterwards.
     *
     * @param entries lines that were written
     */
    public record Kept(ScheduleState state, List<Entry> entries) {
        public Kept {
            entries = List.copyOf(entries);
        }
    }

    /** Decides on all that is due by now, and has it carried out. */
    public Kept keep(InForce inForce, Instant now) {
        return rounds(inForce.schedule().id(), inForce.begun(), (state, seen) -> decide(inForce, state, seen, now));
    }

    /**
     * Has a schedule that is not in force any more end: what came before is still decided, what goes on is seen to its end.
     *
     * @param past what its file has said since what is known of it, one after the other; the last says nothing
     */
    public Kept retire(ScheduleState known, List<Said> past, Instant now) {
        return rounds(
                known.schedule(),
                known,
                (state, seen) -> Said.next(past, state)
                        .map(next -> changed(next, state, seen, now))
                        .orElseGet(
                                () -> rules.retire(state, seen, past.getLast().since())));
    }

    private Kept rounds(
            String id, ScheduleState begun, BiFunction<ScheduleState, Map<String, Observation>, Decision> deciding) {
        var written = new ArrayList<Entry>();
        var state = ledger.state(id).orElse(begun);
        for (int round = 0; round < ROUNDS; round++) {
            var decision = deciding.apply(state, carryOut(state));
            if (decision.none()) {
                break;
            }
            if (ledger.write(decision)) {
                written.addAll(decision.entries());
            }
            state = ledger.state(id).orElseThrow();
        }
        return new Kept(state, written);
    }

    private Decision decide(InForce inForce, ScheduleState state, Map<String, Observation> seen, Instant now) {
        var next = inForce.next(state);
        if (next.isEmpty()) {
            return turn(inForce.schedule(), state, seen, now, now);
        }
        return changed(next.get(), state, seen, now);
    }

    /** Runs that were due until it said something else are those that it said before; the others are what it says then. */
    private Decision changed(Said next, ScheduleState state, Map<String, Observation> seen, Instant now) {
        return reading.apply(state.document())
                .map(schedule -> turn(schedule, state, seen, earlier(next.since(), now), now))
                .filter(decision -> !decision.none())
                .orElseGet(() -> next.document().isEmpty()
                        ? rules.retire(state, seen, next.since())
                        : new Decision(state, saying(next, state), List.of()));
    }

    /** The same once it says what it said next. */
    private ScheduleState saying(Said next, ScheduleState state) {
        // Times that came but whose runs were not due yet are still to be decided on.
        var pending = reading.apply(state.document()).map(Schedule::offset).orElse(Duration.ZERO);
        return state.saying(next.document(), next.since()).decided(next.since().minus(pending));
    }

    /**
     * The next times that a schedule starts something at, unless it says something else by then or is paused: a schedule begins with the
     * first of its times after it was put in force.
     *
     * @param known how far it is, if that is known
     */
    public List<Instant> upcoming(InForce inForce, Optional<ScheduleState> known, Instant now, int most) {
        var state = known.orElseGet(inForce::begun);
        for (var next = inForce.next(state); next.isPresent(); next = inForce.next(state)) {
            state = saying(next.get(), state);
        }
        var schedule = inForce.schedule();
        var due = now.minus(schedule.offset());
        var after = state.decidedUntil().isAfter(due) ? state.decidedUntil() : due;
        return schedule.times().between(after, Instant.MAX, most);
    }

    private Decision turn(
            Schedule schedule, ScheduleState state, Map<String, Observation> seen, Instant until, Instant now) {
        var due = Due.of(schedule, state, until, now, rules.policy());
        var times = new ArrayList<>(due.times());
        times.addAll(due.again());
        due.missed().ifPresent(missed -> times.add(missed.last()));
        var taken = times.isEmpty() ? Set.<Instant>of() : ledger.taken(schedule.id(), times);
        return rules.turn(schedule, state, new Sight(due, taken, seen), now);
    }

    /** Starts what is to start, ends what is to end, and looks at all else. */
    private Map<String, Observation> carryOut(ScheduleState state) {
        var seen = new HashMap<String, Observation>();
        state.open()
                .forEach(open -> seen.put(
                        open.run().id(),
                        switch (open.phase()) {
                            case STARTING -> runs.start(state.schedule(), open);
                            case RUNNING -> runs.look(open);
                            case CANCELLING, TERMINATING ->
                                open.execution().isEmpty() ? runs.start(state.schedule(), open) : runs.stop(open);
                        }));
        return seen;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
