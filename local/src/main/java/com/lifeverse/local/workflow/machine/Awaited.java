package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a strand awaits; its turn or its attempt comes back with the happening that answers it. */
public sealed interface Awaited {
    /** The strand that waits. */
    long strand();

    /** True if the other is the same awaited thing, however far it has come. */
    default boolean isSame(Awaited other) {
        return switch (this) {
            case Step step -> step.equals(other);
            case Alarm alarm -> alarm.equals(other);
            case Reply reply ->
                other instanceof Reply found && found.strand == reply.strand && found.attempt == reply.attempt;
            case Completion completion ->
                other instanceof Completion found
                        && found.strand == completion.strand
                        && found.attempt == completion.attempt;
            case Children children ->
                other instanceof Children found
                        && found.strand == children.strand
                        && found.attempt == children.attempt
                        && found.round == children.round;
        };
    }

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
            implements Awaited {
        /** True if the task is over only when what it began is over. */
        public boolean isForAnEnd() {
            return Resource.of(resource).awaitsCompletion();
        }
    }

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
