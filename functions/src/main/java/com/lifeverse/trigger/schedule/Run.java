package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.NameBasedId;
import java.time.Instant;

/**
 * That something is to be started, once.
 *
 * @param id from the schedule and what makes the run this one: its time, or the request for it
 * @param intendedAt the time that the schedule means; of a run that somebody asked for, when they did
 * @param dueAt later by the schedule's jitter
 * @param by whom it was asked for; empty if by the schedule
 */
public record Run(String id, Kind kind, Instant intendedAt, Instant dueAt, Overlap overlap, String by) {
    /** Why there is a run. */
    public enum Kind {
        /** Its time has come. */
        SCHEDULED,
        /** Somebody wanted past times made up for. */
        BACKFILL,
        /** Somebody wanted one now. */
        NOW
    }

    /** The run of one of the schedule's times: whoever asks for it, it is this one. */
    public static Run at(Schedule schedule, Instant intended) {
        return new Run(
                id(schedule.id(), intended), Kind.SCHEDULED, intended, schedule.due(intended), schedule.overlap(), "");
    }

    /** The same run, but asked for afterwards. */
    public Run askedFor(Overlap how, String by) {
        return new Run(id, Kind.BACKFILL, intendedAt, dueAt, how, by);
    }

    /** A run besides the schedule's times; the same request is the same run. */
    public static Run now(Schedule schedule, String request, Overlap how, String by, Instant now) {
        var id = NameBasedId.of("run_", schedule.id(), "now", request);
        return new Run(id, Kind.NOW, now, now, how, by);
    }

    private static String id(String schedule, Instant intended) {
        return NameBasedId.of("run_", schedule, "at", intended.toString());
    }
}
