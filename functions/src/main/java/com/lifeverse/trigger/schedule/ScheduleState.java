package com.lifeverse.trigger.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a schedule is.
 *
 * @param version grows with each write; 0 if it was never written
 * @param decidedUntil it is decided what becomes of all times up to this one
 * @param document what the schedule said when that was decided; empty once it is not in force any more
 * @param since since when it said that, or was not in force; {@link Instant#EPOCH} if that is not known
 * @param pause empty if it is not paused
 * @param waiting runs that wait for others to end, in their order
 * @param open runs that are not known to have ended
 * @param backfills past times that are still to be made up for
 */
public record ScheduleState(
        String schedule,
        long version,
        Instant decidedUntil,
        String document,
        Instant since,
        Optional<Pause> pause,
        List<Run> waiting,
        List<OpenRun> open,
        List<Backfill> backfills) {
    public ScheduleState {
        waiting = List.copyOf(waiting);
        open = List.copyOf(open);
        backfills = List.copyOf(backfills);
    }

    /** That none of its times starts anything, and none is made up for; what somebody asks for is done all the same. */
    public record Pause(Instant since, String by, String note) {}

    /**
     * Times to be made up for.
     *
     * @param after those before, and this one, are done
     */
    public record Backfill(Instant after, Instant until, Overlap overlap, String by) {}

    /** Of a schedule that begins. */
    public static ScheduleState begun(String schedule, Instant since, String document) {
        return new ScheduleState(
                schedule, 0, since, document, since, Optional.empty(), List.of(), List.of(), List.of());
    }

    public ScheduleState decided(Instant until) {
        return until.isAfter(decidedUntil)
                ? new ScheduleState(schedule, version, until, document, since, pause, waiting, open, backfills)
                : this;
    }

    public ScheduleState saying(String text, Instant from) {
        return new ScheduleState(schedule, version, decidedUntil, text, from, pause, waiting, open, backfills);
    }

    public ScheduleState paused(Optional<Pause> how) {
        return new ScheduleState(schedule, version, decidedUntil, document, since, how, waiting, open, backfills);
    }

    ScheduleState with(List<Run> nowWaiting, List<OpenRun> nowOpen) {
        return new ScheduleState(
                schedule, version, decidedUntil, document, since, pause, nowWaiting, nowOpen, backfills);
    }

    ScheduleState backfilling(List<Backfill> left) {
        return new ScheduleState(schedule, version, decidedUntil, document, since, pause, waiting, open, left);
    }

    /** As it is once written. */
    public ScheduleState written() {
        return new ScheduleState(schedule, version + 1, decidedUntil, document, since, pause, waiting, open, backfills);
    }
}
