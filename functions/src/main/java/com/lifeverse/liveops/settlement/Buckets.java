package com.lifeverse.liveops.settlement;

import com.lifeverse.liveops.participation.Participation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Buckets of players that one call takes the inventory of.
 *
 * @param first from 0
 * @param last it too
 */
public record Buckets(int first, int last) {
    public Buckets {
        if (first < 0 || last < first || last >= Participation.BUCKETS) {
            throw new IllegalArgumentException("There are no buckets from %d to %d".formatted(first, last));
        }
    }

    /**
     * All there are, so many a call, each once.
     *
     * @param size 1 at least; the last call takes what is left
     */
    public static List<Buckets> all(int size) {
        return IntStream.iterate(0, first -> first < Participation.BUCKETS, first -> first + size)
                .mapToObj(first -> new Buckets(first, Math.min(first + size, Participation.BUCKETS) - 1))
                .toList();
    }

    /** Each of them. */
    IntStream each() {
        return IntStream.rangeClosed(first, last);
    }
}
