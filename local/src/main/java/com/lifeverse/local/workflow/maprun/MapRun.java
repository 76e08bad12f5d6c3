package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.machine.MapPlan;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a distributed Map as it is kept.
 *
 * @param arn its own ARN
 * @param parentArn the execution whose state it is
 * @param strand the strand that stands in the state
 * @param attempt what the state's end is told by
 * @param state the Map
 * @param round how often it was redriven
 * @param counts how far it has come
 * @param status RUNNING until it is over
 * @param endedAt when it was over; null until then
 */
public record MapRun(
        String arn,
        String parentArn,
        long strand,
        long attempt,
        String state,
        int round,
        MapPlan plan,
        Instant startedAt,
        Counts counts,
        Status status,
        @Nullable Instant endedAt) {
    /** How long a run is, and how far. Children carry one item or a batch; the items are counted for tolerance. */
    public record Counts(int children, int items, int next, int succeeded, int failed, int failedItems) {
        public int ended() {
            return succeeded + failed;
        }

        Counts begun() {
            return new Counts(children, items, next + 1, succeeded, failed, failedItems);
        }

        Counts ended(boolean well, int itemsOfChild) {
            return well
                    ? new Counts(children, items, next, succeeded + 1, failed, failedItems)
                    : new Counts(children, items, next, succeeded, failed + 1, failedItems + itemsOfChild);
        }
    }

    /** So many children at a time, where AWS allows 10,000: one machine gains nothing by more. */
    private static final int MOST_AT_A_TIME = 100;

    /** How many of its children may run at the same time. */
    int place() {
        return plan.concurrency() == 0 ? MOST_AT_A_TIME : Math.min(plan.concurrency(), MOST_AT_A_TIME);
    }

    MapRun with(Counts now) {
        return new MapRun(arn, parentArn, strand, attempt, state, round, plan, startedAt, now, status, endedAt);
    }

    MapRun ended(Status how, Instant when) {
        return new MapRun(arn, parentArn, strand, attempt, state, round, plan, startedAt, counts, how, when);
    }

    /** The same run, to be gone on with without what failed in it. */
    MapRun again(int next, Counts left) {
        return new MapRun(arn, parentArn, strand, attempt, state, next, plan, startedAt, left, Status.RUNNING, null);
    }

    /** How many items a child with this input works on: those of its batch, or its one. */
    public int itemsIn(JsonNode childInput) {
        return plan.batcher() == null ? 1 : childInput.path("Items").size();
    }

    /** True if more items have failed than the state tolerates. */
    boolean isBeyondTolerance() {
        var count = plan.toleratedCount();
        var percentage = plan.toleratedPercentage();
        if (count == null && percentage == null) {
            return counts.failedItems() > 0;
        }
        return (count != null && counts.failedItems() > count)
                || (percentage != null && counts.failedItems() * 100.0 > percentage * counts.items());
    }
}
