package com.lifeverse.session.queue;

/**
 * How far a lane has come, in numbers of its tickets.
 *
 * @param served the last one whose turn has come
 * @param begun the last one whose turn had come when the span began that is open
 * @param over the last one whose turn is over
 */
public record Line(long served, long begun, long over) {
    /** Nobody has been served. */
    public static final Line NEW = new Line(0, 0, 0);

    Line serving(long more) {
        return new Line(served + more, begun, over);
    }

    /** A span later. */
    Line nextSpan() {
        return new Line(served, served, begun);
    }

    /** All that came are gone. */
    Line closed(long taken) {
        long last = Math.max(taken, served);
        return new Line(last, last, last);
    }
}
