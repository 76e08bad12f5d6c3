package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.index.Index;
import com.lifeverse.local.table.index.WriteUnits;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Item;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a write. Its units are those of a write outside a transaction; inside one they count twice. */
public sealed interface WriteOutcome {
    /** Write units that the write costs, made or refused. */
    WriteUnits units();

    /**
     * The condition holds.
     *
     * @param place where the item is kept
     * @param before null if there was none
     * @param after null if there is none any more
     * @param effects on the indexes
     */
    record Written(
            Bytes place, @Nullable Item before, @Nullable Item after, List<Index.Effect> effects, WriteUnits units)
            implements WriteOutcome {
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
    record Refused(@Nullable Item found, WriteUnits units) implements WriteOutcome {}
}
