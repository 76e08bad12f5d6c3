package com.lifeverse.local.table.transaction;

import com.lifeverse.local.table.index.WriteUnits;
import com.lifeverse.local.table.value.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a transaction. */
public sealed interface TransactionOutcome {
    /** All is written; {@code units} are the write units of each part. */
    record Committed(List<WriteUnits> units) implements TransactionOutcome {}

    /** Nothing is written; {@code reasons} has one for each part. */
    record Cancelled(List<Reason> reasons) implements TransactionOutcome {}

    /** The same request was made under the same token before; {@code units} are the read units of each part. */
    record Repeated(List<Long> units) implements TransactionOutcome {}

    /** Another request was made under the same token before. */
    record TokenReused() implements TransactionOutcome {}

    /** Why one part did not let the transaction through. */
    sealed interface Reason {}

    /** This part was not the obstacle. */
    record NoObjection() implements Reason {}

    /** The condition does not hold for {@code found}, which is null where there is no item. */
    record ConditionFailed(@Nullable Item found) implements Reason {}

    /** The write cannot be made of the item that there is. */
    record Invalid(String message) implements Reason {}
}
