package com.lifeverse.session.aws;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Why a transaction was cancelled, one code for each of its parts, {@code None} for those that had no objection.
 *
 * @param codes in the order of the parts
 */
record Cancellation(List<String> codes) {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";

    static Cancellation of(TransactionCanceledException cancelled) {
        return new Cancellation(cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList());
    }

    /** The condition of that part did not hold. */
    boolean conditionFailed(int part) {
        return part < codes.size() && CONDITION.equals(codes.get(part));
    }

    /** Another write was at one of the items at the same moment. */
    boolean conflicting() {
        return codes.contains(CONFLICT);
    }

    /** Somebody else was first, or is at it: an answer, not a failure. */
    boolean overtaken() {
        return codes.contains(CONDITION) || conflicting();
    }
}
