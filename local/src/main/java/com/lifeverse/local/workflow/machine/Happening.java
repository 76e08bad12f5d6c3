package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that moves an execution. */
public sealed interface Happening {
    /** Something that is meant for one strand; it is passed over if that has moved on. */
    sealed interface Addressed extends Happening {
        long strand();

        /** True if the strand still waits for it. */
        boolean fits(Strand found);
    }

    /** Something that a task in flight is told by its attempt. */
    sealed interface OfTask extends Addressed {
        long attempt();

        @Override
        default boolean fits(Strand found) {
            return switch (found.stage()) {
                case Stage.Working working -> working.attempt() == attempt();
                case Stage.Distributing distributing -> distributing.attempt() == attempt();
                case Stage.Starting _,
                        Stage.Ready _,
                        Stage.Waiting _,
                        Stage.BackingOff _,
                        Stage.Branching _,
                        Stage.Iterating _,
                        Stage.Failed _ -> false;
            };
        }
    }

    /** The next step is taken. */
    record Proceed(long strand, long turn) implements Addressed {
        @Override
        public boolean fits(Strand found) {
            return found.turn() == turn;
        }
    }

    /** The awaited moment has come. */
    record Alarm(long strand, long turn) implements Addressed {
        @Override
        public boolean fits(Strand found) {
            return found.turn() == turn;
        }
    }

    /** The integration answered: the task succeeded, or has begun something whose end is still awaited. */
    record Replied(long strand, long attempt, JsonNode output) implements OfTask {}

    /** What a task began is over, and well; or somebody handed its token back. */
    record Completed(long strand, long attempt, JsonNode output) implements OfTask {}

    /** A task failed. */
    record Failed(long strand, long attempt, Failure failure) implements OfTask {}

    /** A task shows that it is alive. */
    record Beat(long strand, long attempt) implements OfTask {}

    /** The stack came back: a task that was in flight begins anew, with its full time. */
    record Reopened() implements Happening {}

    /** Somebody stops the execution. */
    record Stopped(Failure why) implements Happening {}

    /** The execution's own time is over. */
    record Expired() implements Happening {}

    /** Somebody takes a failed execution up again. */
    record Redriven() implements Happening {}
}
