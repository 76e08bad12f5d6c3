package com.lifeverse.trigger.schedule;

import com.lifeverse.trigger.schedule.ScheduleState.Backfill;
import com.lifeverse.trigger.schedule.ScheduleState.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of a schedule's times and runs. Nothing is started here: a decision says what is to be, and who carries it out. */
public record ScheduleRules(SchedulePolicy policy) {
    /**
     * What is known besides the state.
     *
     * @param due the times to decide on
     * @param taken those of them whose run took place already, or will: it is never started again
     * @param seen what was found out about open runs, by the runs' ids
     */
    public record Sight(Due due, Set<Instant> taken, Map<String, Observation> seen) {
        public Sight {
            taken = Set.copyOf(taken);
            seen = Map.copyOf(seen);
        }
    }

    /** Decides on all that is due, and takes note of what was seen. */
    public Decision turn(Schedule schedule, ScheduleState before, Sight sight, Instant now) {
        var lines = new Lines(schedule.id());
        var state = lines.observe(before, sight.seen());
        var due = sight.due();
        if (due.missed().isPresent()) {
            var missed = due.missed().get();
            state = state.decided(missed.decidedUntil());
            if (!sight.taken().contains(missed.last())) {
                lines.add(Entry.of(Run.at(schedule, missed.last()), Outcome.MISSED, missed.words()));
            }
        }
        var runs = new ArrayList<Run>();
        for (var time : due.times()) {
            state = state.decided(time);
            if (!sight.taken().contains(time)) {
                runs.add(Run.at(schedule, time));
            }
        }
        if (due.backfilled().isPresent()) {
            var backfill = state.backfills().getFirst();
            due.again().stream()
                    .filter(time -> !sight.taken().contains(time))
                    .forEach(time -> runs.add(Run.at(schedule, time).askedFor(backfill.overlap(), backfill.by())));
            state = advanced(state, backfill, due.backfilled().get());
        }
        return lines.decision(before, start(schedule, state, runs, lines, now));
    }

    /** As {@link #turn}, of a run that somebody wants now. */
    public Decision now(Schedule schedule, ScheduleState before, Run run, Instant now) {
        var lines = new Lines(schedule.id());
        return lines.decision(before, start(schedule, before, List.of(run), lines, now));
    }

    /** Has a schedule that is not in force any more start nothing more; what goes on goes on. */
    public Decision retire(ScheduleState before, Map<String, Observation> seen, Instant at) {
        var lines = new Lines(before.schedule());
        var state = lines.observe(before, seen);
        state.waiting()
                .forEach(run -> lines.add(Entry.of(run, Outcome.SKIPPED, "the schedule is not in force any more")));
        return lines.decision(
                before,
                state.with(List.of(), state.open())
                        .backfilling(List.of())
                        .saying("", at)
                        .decided(at));
    }

    /** Times that come from now on start nothing, until it is resumed. */
    public Decision pause(ScheduleState before, Pause pause) {
        return new Decision(before, before.paused(Optional.of(pause)), List.of());
    }

    /** Times that come from now on count again; those in between do not. */
    public Decision resume(Schedule schedule, ScheduleState before, Instant now) {
        return new Decision(before, before.paused(Optional.empty()).decided(now.minus(schedule.offset())), List.of());
    }

    /** Has past times made up for: those that have no run yet. */
    public Decision backfill(ScheduleState before, Backfill backfill) {
        var all = new ArrayList<>(before.backfills());
        all.add(backfill);
        return new Decision(before, before.backfilling(all), List.of());
    }

    private ScheduleState start(Schedule schedule, ScheduleState state, List<Run> runs, Lines lines, Instant now) {
        return switch (schedule.start()) {
            case Start.Event event -> {
                runs.forEach(run -> lines.add(Telling.of(schedule, event, run, now)));
                yield state;
            }
            case Start.Workflow workflow -> queue(state, workflow, runs, lines, now);
        };
    }

    private ScheduleState queue(
            ScheduleState state, Start.Workflow workflow, List<Run> runs, Lines lines, Instant now) {
        var queue = new ArrayList<>(state.waiting());
        queue.addAll(runs);
        boolean running = state.open().stream().anyMatch(open -> !open.apart());
        var queueing =
                Queueing.of(queue, running, policy.abreast() - state.open().size(), policy);
        var open = new ArrayList<OpenRun>();
        state.open()
                .forEach(each -> open.add(
                        each.apart() || queueing.stop().isEmpty()
                                ? each
                                : stopping(each, queueing.stop().get())));
        for (var run : queueing.starts()) {
            var started = OpenRun.of(run, workflow, now);
            open.add(started);
            lines.add(Entry.of(started, Outcome.STARTING));
        }
        queueing.waiting().stream()
                .filter(run -> !state.waiting().contains(run))
                .forEach(run -> lines.add(Entry.of(run, Outcome.WAITING, "")));
        queueing.dropped().forEach((run, why) -> lines.add(Entry.of(run, Outcome.SKIPPED, why)));
        return state.with(queueing.waiting(), open);
    }

    // Whoever is to be terminated is not merely cancelled afterwards.
    private static OpenRun stopping(OpenRun open, OpenRun.Phase how) {
        return open.phase() == OpenRun.Phase.TERMINATING ? open : open.in(how);
    }

    private static ScheduleState advanced(ScheduleState state, Backfill backfill, Instant done) {
        var left = new ArrayList<>(state.backfills());
        left.removeFirst();
        if (done.isBefore(backfill.until())) {
            left.addFirst(new Backfill(done, backfill.until(), backfill.overlap(), backfill.by()));
        }
        return state.backfilling(left);
    }
}
