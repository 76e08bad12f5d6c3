package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What an execution awaits; its turn comes back with the happening that answers it. */
public sealed interface Awaited {
    long turn();

    /** Nothing from outside: the next step can be taken. Answered by {@link Happening.Proceed}. */
    record Step(long turn) implements Awaited {}

    /** A moment. Answered by {@link Happening.Alarm}. */
    record Alarm(long turn, Instant at) implements Awaited {}

    /** An integration's work. Answered by {@link Happening.Replied} or {@link Happening.Failed}. */
    record Reply(long turn, String state, String resource, JsonNode arguments) implements Awaited {}
}
