package com.lifeverse.session.queue;

import java.time.Instant;

/** How a ticket stands. */
public sealed interface Turn {
    /**
     * It has not come.
     *
     * @param position how many come in before and with it in its lane
     */
    record Waiting(long position) implements Turn {}

    /** It has come. */
    record Now(Instant until) implements Turn {}

    /** It was used, or not used in time: take a new ticket, at the end. */
    record Over() implements Turn {}
}
