package com.lifeverse.local.workflow.machine;

import java.util.Comparator;

/**
 * A place for a value that belongs to the state a strand stands in, and that would be too large to be written anew with
 * each of the strand's changes.
 */
public record Slot(long strand, What what, int index) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
            Comparator.comparingLong(Slot::strand).thenComparing(Slot::what).thenComparingInt(Slot::index);

    /** What a value is. */
    public enum What {
        INPUT,
        ITEM,
        RESULT
    }

    static Slot input(long strand) {
        return new Slot(strand, What.INPUT, 0);
    }

    static Slot item(long strand, int index) {
        return new Slot(strand, What.ITEM, index);
    }

    static Slot result(long strand, int index) {
        return new Slot(strand, What.RESULT, index);
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
