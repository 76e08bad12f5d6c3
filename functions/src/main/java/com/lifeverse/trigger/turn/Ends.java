package com.lifeverse.trigger.turn;

/** The ends of runs that have turns and for whose ends nobody waits. */
public interface Ends {
    /** True if the run has ended, however; false also if nobody knows of it. */
    boolean hasEnded(String run);

    /** Ends the run, whose lease is over; nothing if it has ended just then, or nobody knows of it. */
    void end(String run);
}
