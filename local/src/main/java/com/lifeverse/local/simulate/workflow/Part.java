package com.lifeverse.local.simulate.workflow;

import java.util.List;
import java.util.Set;

/**
 * A stretch of a machine. Each leaves its name in the trail that the execution carries along, so that the trail's end tells
 * every way that was taken.
 */
sealed interface Part {
    /** Also the name of its state; unique in the machine. */
    String name();

    /** A Pass that assigns: counts one more in a variable of the machine. */
    record Count(String name) implements Part {}

    /** A Choice by that variable. */
    record Choose(String name) implements Part {}

    /** A Wait. */
    record Rest(String name, int seconds) implements Part {}

    /** A Task that does something to a service, tried again until it is done. */
    record Effect(String name, Place place) implements Part {}

    /** A Task that its service refuses for good, which is caught. */
    record Refused(String name) implements Part {}

    /** A Task that fails the execution until an operator has opened the gate and takes the execution up again. */
    record Gate(String name) implements Part {}

    /**
     * A Task that waits for its token.
     *
     * @param silent how many attempts nobody answers, so that they end by their heartbeat
     * @param failures how many attempts are told to have failed, and are tried again with growing delays
     * @param beats how often somebody shows to be alive before the answer
     * @param refused whether the answer is a failure, which is caught
     */
    record Asked(String name, int silent, int failures, int beats, boolean refused) implements Part {}

    /** A nested execution, of the machine that succeeds or of the one that fails, whose failure is caught. */
    record Child(String name, boolean parsed, boolean fails) implements Part {}

    /**
     * A Parallel.
     *
     * @param falls whether its first branch fails the first time, which cuts the others, and all is tried again
     */
    record Fork(String name, List<List<Part>> branches, boolean falls) implements Part {
        /** What is added to the path of what happens in the try that succeeds. */
        String mark() {
            return falls ? "_r1" : "";
        }
    }

    /**
     * A Map.
     *
     * @param distributed whether its iterations are executions of their own
     * @param failing the items that fail, which is tolerated
     */
    record Each(String name, int items, int concurrency, boolean distributed, Set<Integer> failing, List<Part> body)
            implements Part {}

    /** Where an effect shows. */
    enum Place {
        TABLE,
        QUEUE,
        BUS,
        FUNCTION,
        FUNCTION_BY_ARN
    }
}
