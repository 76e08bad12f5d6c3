package com.lifeverse.session.queue;

/**
 * What the current second still lets in. Whoever comes in is counted here, with or without a ticket: so no more do than may, whenever
 * they choose to come.
 *
 * @param room for how many there is room in all
 * @param free for how many of them without a ticket
 * @param turned how many whose turn it was found no room; the next second is theirs before it is anybody's
 */
public record Door(long room, long free, long turned) {
    /** Nobody comes in. */
    static final Door SHUT = new Door(0, 0, 0);
}
