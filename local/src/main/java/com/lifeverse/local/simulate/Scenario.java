package com.lifeverse.local.simulate;

import java.time.Duration;
import java.util.List;

/**
 * Something that clients do to a stack, and what must be true of it in the end. Everything that a scenario draws, it draws
 * from its stage, so that a seed is a run.
 */
public interface Scenario {
    /** What {@code ./dev simulate --scenario} calls it. */
    String name();

    /** In a line, what is played and what must hold. */
    String description();

    /** Puts the clients on the stage; they begin when time does. */
    Play begin(Stage stage);

    /** One run of a scenario. The calls come in the order of the methods. */
    interface Play {
        /** How long things go wrong. */
        Duration troubled();

        /** Nothing goes wrong any more; clients stop making news, and may go on following it. */
        void calm();

        /** All that was caused has happened: clients look a last time. What they do then takes at most a few minutes. */
        void finish();

        /** What does not hold, in the order of the invariants; empty if all is well. */
        List<Violation> violations();
    }
}
