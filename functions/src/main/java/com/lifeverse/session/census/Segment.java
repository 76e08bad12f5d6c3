package com.lifeverse.session.census;

import com.lifeverse.platform.Bounds;

/**
 * One of the equal parts into which the live table is cut by hash, each swept by itself: what one player has is in one of them.
 *
 * @param number from 0
 * @param of how many there are
 */
public record Segment(int number, int of) {
    public Segment {
        Bounds.hold(of >= 1, "of must be at least 1");
        Bounds.hold(number >= 0 && number < of, "number must be 0 to below of");
    }
}
