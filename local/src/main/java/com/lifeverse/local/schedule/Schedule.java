package com.lifeverse.local.schedule;

import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.kernel.Cloud;
import java.time.Instant;
import java.util.Optional;

/**
 * One schedule as its template declares it.
 *
 * @param declared the expression's own text with its zone: while it stays the same, a schedule keeps its rhythm
 * @param start from when on a rate counts
 */
public record Schedule(
        String group,
        String name,
        String declared,
        ScheduleExpression expression,
        Optional<Instant> start,
        boolean enabled,
        Target target) {

    /** What it delivers to, as that role. Without an input, the target gets Scheduler's own event. */
    public record Target(
            String arn,
            String roleArn,
            Optional<String> input,
            RetryPolicy retryPolicy,
            Optional<String> deadLetterArn) {}

    /** The group of schedules that name none. */
    public static final String DEFAULT_GROUP = "default";

    public String arn() {
        return Cloud.arn("scheduler", "schedule/" + group + "/" + name);
    }
}
