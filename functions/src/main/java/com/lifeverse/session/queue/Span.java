package com.lifeverse.session.queue;

/**
 * Turns are given in spans of time: one that comes in a span is over with the end of the next. So two numbers a lane tell whose turn
 * is good, however many have one.
 *
 * @param since the second at which the open span began
 * @param owed whose turn came in it, and who have not come in
 * @param late whose turn came in the span before, and who have not come in
 */
public record Span(long since, long owed, long late) {
    /** How many have a turn and may still come. */
    long promised() {
        return Math.max(0, owed) + Math.max(0, late);
    }

    Span owing(long more) {
        return new Span(since, owed + more, late);
    }
}
