package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.value.Bytes;

/**
 * The places that a query goes through.
 *
 * @param from the first place, if there is an item
 * @param to the first place beyond
 */
public record KeyRange(Bytes from, Bytes to) {
    boolean contains(Bytes place) {
        return from.compareTo(place) <= 0 && place.compareTo(to) < 0;
    }
}
