package com.lifeverse.local.table.stream;

import com.lifeverse.local.table.value.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an item.
 *
 * @param before the item before; null if it is new
 * @param after the item after; null if it is gone
 * @param isExpired true if time to live removed it
 */
public record Change(
        Instant at, @Nullable Item before, @Nullable Item after, boolean isExpired) {
    /** The item that there is, for its key. */
    public Item either() {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("A change of nothing into nothing");
    }
}
