package com.lifeverse.local.simulate.fault;

import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong, by the names that commands and counts have for it. A run draws them in this order. */
public enum FaultKind {
    /** A call takes its time, before and after it is done. */
    DELAY("delay", 0.025),
    /** A call is held back until others have overtaken it. */
    REORDER("reorder", 0.01),
    /** The service refuses a call for now. */
    THROTTLE("throttle", 0.008),
    /** Another write is at the item. */
    CONFLICT("conflict", 0.004),
    /** A call never arrives, and the caller waits in vain. */
    LOST_REQUEST("lost-request", 0.008),
    /** A call is done, and the caller waits in vain. */
    LOST_REPLY("lost-reply", 0.01),
    /** A call is done, and sent again before its caller hears of it. */
    DUPLICATE("duplicate", 0.01),
    /** A call is done and answered, and arrives once more later. */
    LATE_DUPLICATE("late-duplicate", 0.008),
    /** The function that calls crashes. */
    CRASH("crash", 0.006),
    /** The function that calls runs out of time. */
    TIMEOUT("time-out", 0.003),
    /** The whole stack ends, and starts again on its store. */
    RESTART("restart", 0.0008);

    private final String text;
    private final double usual;

    FaultKind(String text, double usual) {
        this.text = text;
        this.usual = usual;
    }

    /** The share of crossings that it is drawn for on a bad day. */
    double usual() {
        return usual;
    }

    @Override
    public String toString() {
        return text;
    }

    /** The kind of that name. */
    public static Optional<FaultKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.text.equals(name)).findFirst();
    }
}
