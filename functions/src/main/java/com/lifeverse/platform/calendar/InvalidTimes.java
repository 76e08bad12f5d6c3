package com.lifeverse.platform.calendar;

import org.jspecify.annotations.Nullable;

/** An expression that EventBridge Scheduler refuses; the message is its own. */
public final class InvalidTimes extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String said;

    InvalidTimes(String text, @Nullable Throwable cause) {
        super("Invalid Schedule Expression " + text + ".", cause);
        this.said = "Invalid Schedule Expression " + text + ".";
    }

    /** What AWS says to it. */
    public String said() {
        return said;
    }
}
