package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * Every number of schedules.
 *
 * @param batch of how many times it is decided in one write
 * @param buffer how many runs of a schedule wait, at most; further ones do not happen
 * @param abreast how many runs of a schedule go on beside each other, at most; further ones do not happen
 * @param late a run that begins later than that is told to whoever is on call
 * @param longestCatchUp the longest time that a schedule may make up for
 * @param longestBackfill the longest time that one request may make up for
 * @param upcoming of how many times to come people are told, at most
 * @param keeps how long the ledger keeps a line
 */
public record SchedulePolicy(
        int batch,
        int buffer,
        int abreast,
        Duration late,
        Duration longestCatchUp,
        Duration longestBackfill,
        int upcoming,
        Duration keeps) {
    public SchedulePolicy {
        // A transaction takes 100 items; those of open and waiting runs change in it, too.
        Bounds.hold(batch >= 1 && batch <= 20, "batch must be 1 to 20");
        Bounds.hold(buffer >= 1 && buffer <= 50, "buffer must be 1 to 50");
        Bounds.hold(abreast >= 1 && abreast <= 25, "abreast must be 1 to 25, so that all that changes is one write");
        Bounds.hold(late.isPositive(), "late must be positive");
        Bounds.hold(longestCatchUp.isPositive(), "longestCatchUp must be positive");
        Bounds.hold(longestBackfill.isPositive(), "longestBackfill must be positive");
        Bounds.hold(upcoming >= 1 && upcoming <= 1_000, "upcoming must be 1 to 1000");
        Bounds.hold(keeps.compareTo(longestCatchUp) > 0, "keeps must exceed longestCatchUp: the ledger knows what ran");
        Bounds.hold(
                keeps.compareTo(longestBackfill) > 0, "keeps must exceed longestBackfill: the ledger knows what ran");
    }
}
