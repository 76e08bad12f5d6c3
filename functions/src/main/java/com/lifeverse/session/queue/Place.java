package com.lifeverse.session.queue;

import java.util.Comparator;

/**
 * A place in a lane: which second one came in, and as the how-manieth of it, from 1. Earlier seconds come first, and within a
 * second the order in which the table counted.
 *
 * @param bucket epoch second
 */
public record Place(long bucket, long number) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::bucket).thenComparingLong(Place::number);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
