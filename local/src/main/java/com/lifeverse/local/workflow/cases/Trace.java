package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an execution did.
 *
 * @param status RUNNING if it could not be played to its end
 * @param path the states that were entered, in order
 * @param events the types of its history events
 * @param ways the ways out of states that were taken, such as {@code Grant/Catch/0}
 * @param output its output, if it succeeded
 * @param failure its error and cause, if it failed
 * @param elapsed in virtual time; jittered delays count with their longest
 */
public record Trace(
        Status status,
        List<String> path,
        List<String> events,
        List<String> ways,
        @Nullable JsonNode output,
        @Nullable Failure failure,
        Duration elapsed) {
    public Trace {
        path = List.copyOf(path);
        events = List.copyOf(events);
        ways = List.copyOf(ways);
    }
}
