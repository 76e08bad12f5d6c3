package com.lifeverse.local.function.instance;

/** The instance ends at this point: nothing of its handler goes on, and whoever invoked it hears why. */
public final class InstanceLost extends Error {
    private static final long serialVersionUID = 1L;

    /** What ended it. */
    public enum Reason {
        /** Its process is gone. */
        CRASHED,
        /** Its time was up. */
        TIMED_OUT
    }

    private final Reason reason;

    public InstanceLost(Reason reason) {
        super("The instance is lost: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
