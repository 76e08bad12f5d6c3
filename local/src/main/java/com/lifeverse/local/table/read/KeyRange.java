package com.lifeverse.local.table.read;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;

/**
 * The places that a query goes through.
 *
 * @param hash what all places of the hash key begin with
 * @param from the first place, if there is an item
 * @param to the first place beyond
 * @param hasSort true if the sort key is narrowed too
 */
public record KeyRange(Bytes hash, Bytes from, Bytes to, boolean hasSort) {
    boolean contains(Bytes place) {
        return from.compareTo(place) <= 0 && place.compareTo(to) < 0;
    }

    /** Refuses a place to start after that is none of this range. */
    void requireStart(Bytes place) {
        if (contains(place)) {
            return;
        }
        if (!hasSort) {
            throw new InvalidRequest(
                    "The provided starting key is outside query boundaries based on provided conditions");
        }
        throw new InvalidRequest(
                place.startsWith(hash)
                        ? "The provided starting key does not match the range key predicate"
                        : "The query can return at most one row and cannot be restarted");
    }
}
