package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a strand awaits; its turn or its attempt comes back with the happening that answers it. */
public sealed interface Awaited {
    /** The strand that waits. */
    long strand();

    /** Nothing from outside: the next step can be taken. Answered by {@link Happening.Proceed}. */
    record Step(long strand, long turn) implements Awaited {}

    /** A moment. Answered by {@link Happening.Alarm}. */
    record Alarm(long strand, long turn, Instant at) implements Awaited {}

    /**
     * An integration's work. Answered by {@link Happening.Replied} or {@link Happening.Failed}.
     *
     * @param attempt names this attempt in this execution for ever
     */
    record Reply(
            long strand,
            long attempt,
            String state,
            String resource,
            JsonNode arguments,
            @Nullable Long timeoutSeconds,
            @Nullable Long heartbeatSeconds)
            implements Awaited {}

    /**
     * The end of what a submitted task has begun. Answered by {@link Happening.Completed} or {@link Happening.Failed}.
     *
     * @param submitted what the integration answered when it began
     */
    record Completion(long strand, long attempt, String resource, JsonNode submitted) implements Awaited {}

    /**
     * The child executions of a distributed Map. Answered by {@link Happening.Replied} or {@link Happening.Failed}.
     *
     * @param round how often the run was redriven
     * @param items the items if they come from the state itself; otherwise they are read from {@code reader}
     */
    record Children(
            long strand, long attempt, String state, String runArn, int round, Optional<JsonNode> items, MapPlan plan)
            implements Awaited {}
}
