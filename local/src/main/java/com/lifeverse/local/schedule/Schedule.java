package com.lifeverse.local.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.kernel.Cloud;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One schedule as its template, or whoever made it, declares it.
 *
 * @param declared the expression's own text with its zone: while it stays the same, a schedule keeps its rhythm
 * @param bounds between which it fires again and again; a single firing knows none
 * @param window within which a firing may come later than its time; zero for at once
 * @param deletedWhenDone whether it is gone after its last firing
 * @param request all of it, in Scheduler's own members
 */
public record Schedule(
        String group,
        String name,
        String declared,
        ScheduleExpression expression,
        Bounds bounds,
        Duration window,
        boolean deletedWhenDone,
        boolean enabled,
        Target target,
        ObjectNode request) {

    /**
     * From when on and until when a schedule fires.
     *
     * @param start from when on a rate counts
     * @param end after which nothing fires any more
     */
    public record Bounds(Optional<Instant> start, Optional<Instant> end) {}

    /** What it delivers to, as that role. Without an input, the target gets Scheduler's own event. */
    public record Target(
            String arn,
            String roleArn,
            Optional<String> input,
            RetryPolicy retryPolicy,
            Optional<String> deadLetterArn) {}

    /** The group of schedules that name none. */
    public static final String DEFAULT_GROUP = "default";

    /** Where the ARNs of targets begin that are operations of services. */
    static final String UNIVERSAL = "arn:aws:scheduler:::aws-sdk:";

    public String arn() {
        return arn(group, name);
    }

    static String arn(String group, String name) {
        return Cloud.arn("scheduler", "schedule/" + group + "/" + name);
    }

    /** The first time of a schedule that is made at {@code now}; empty if it never fires. */
    Optional<Instant> first(Instant now) {
        return within(expression.first(now, bounds.start()));
    }

    /** The time after one that was due, later than {@code now}; empty if that was the last one. */
    Optional<Instant> next(Instant due, Instant now) {
        return within(expression.next(due, now));
    }

    private Optional<Instant> within(Optional<Instant> due) {
        return expression.isOnce()
                ? due
                : due.filter(time -> bounds.end().filter(time::isAfter).isEmpty());
    }

    /** When it fires for {@code due}: somewhere in its window, at the same place in every run. */
    Instant firing(Instant due) {
        if (window.isZero()) {
            return due;
        }
        long offset = new SplittableRandom(arn().hashCode() + 31L * due.toEpochMilli()).nextLong(window.toMillis());
        return due.plusMillis(offset);
    }
}
