package com.lifeverse.local.simulate.fault;

import java.time.Duration;

/** What goes wrong at one crossing. */
public sealed interface Fault {
    /** Nothing. */
    record None() implements Fault {}

    /** It takes its time, before and after it is done; everything else goes on meanwhile. */
    record Slow(Duration before, Duration after) implements Fault {}

    /** It is held back until another crossing has overtaken it, or until it has waited {@code longest}. */
    record Overtaken(Duration longest) implements Fault {}

    /** The service refuses it for now, in its own words. Nothing is done. */
    record Throttled() implements Fault {}

    /** Another write is at the item. Nothing is done. */
    record Conflicting() implements Fault {}

    /** It never arrives, and the caller waits in vain. */
    record Unsent(Duration patience) implements Fault {}

    /** It is done, and the caller waits in vain. */
    record ReplyLost(Duration patience) implements Fault {}

    /** It is done, the answer gets lost, and it is sent again after a pause: the caller has the second answer. */
    record Repeated(Duration pause) implements Fault {}

    /** It is done and answered, and later it arrives once more. */
    record RepeatedLater(Duration later) implements Fault {}

    /** The function that calls crashes, with the call done or not. */
    record Crashed(boolean done) implements Fault {}

    /** The function that calls runs out of time, with the call done or not. */
    record TimedOut(boolean done, Duration after) implements Fault {}

    /** The whole stack ends and starts again on its store, with the call done or not. */
    record Restarted(boolean done) implements Fault {}
}
