package com.lifeverse.local.kernel;

import java.time.Instant;
import java.util.Map;

/** Something with an ARN that rules, schedules and mappings can deliver to: a queue, a workflow, a function. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Takes over {@code payload}: when this returns, or the write of the {@link Store} around it, the target has it
     * durably. Whatever it throws means that it has not. It only records what is to be done, and runs no function.
     *
     * @param caller in whose name it is delivered
     * @param payload JSON text
     */
    void accept(Caller caller, String payload);

    /** As {@link #accept(Caller, String)}, with what a queue keeps beside a message; others have no place for it. */
    default void accept(Caller caller, String payload, Map<String, String> attributes) {
        accept(caller, payload);
    }

    /**
     * True for what lies outside of the stack: it is called outside of any write, and may be called again after a crash,
     * since nobody knows what became of the call.
     */
    default boolean isOutside() {
        return false;
    }

    /** When it may be called by somebody who is there at {@code now}: asking takes that turn. */
    default Instant turn(Instant now) {
        return now;
    }
}
