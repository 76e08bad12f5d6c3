package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Item;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a write. Its units are those of a write outside a transaction; inside one they count twice. */
public sealed interface WriteOutcome {
    /** Write units that the write costs, made or refused. */
    long units();

    /**
     * The condition holds.
     *
     * @param place where the item is kept
     * @param before null if there was none
     * @param after null if there is none any more
     */
    record Written(
            Bytes place, @Nullable Item before, @Nullable Item after, long units) implements WriteOutcome {
        /** DynamoDB tells nobody of a write that leaves everything as it was. */
        boolean isChange() {
            return !Objects.equals(before, after);
        }
    }

    /**
     * The condition does not hold; nothing has changed.
     *
     * @param found the item as it is; null if there is none
     */
    record Refused(@Nullable Item found, long units) implements WriteOutcome {}
}
