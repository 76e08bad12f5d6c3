package com.lifeverse.session.gate;

/** Where the gates are set, for all functions to see. */
public interface GateBoard {
    /** The gates as they are set: one read unit. */
    Gates read();

    /** Sets one gate, or opens it, and answers how all are set now: one write unit. */
    Gates set(GateSetting setting);
}
