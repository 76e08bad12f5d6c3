package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an execution stands between two happenings. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stage.Starting.class, name = "starting"),
    @JsonSubTypes.Type(value = Stage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Stage.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Stage.Working.class, name = "working"),
    @JsonSubTypes.Type(value = Stage.BackingOff.class, name = "backing-off"),
    @JsonSubTypes.Type(value = Stage.Finished.class, name = "finished"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Stage {
    /** Accepted, and nothing done yet. */
    record Starting() implements Stage {}

    /** About to enter a state. */
    record Ready(String state, JsonNode input) implements Stage {}

    /** In a Wait. */
    record Waiting(Entered at, Instant until) implements Stage {}

    /**
     * In a Task, which has been given to its integration.
     *
     * @param limitSeconds the attempt's time-out; null if there is none
     * @param deadline when that time is over
     */
    record Working(
            Entered at,
            String resource,
            JsonNode arguments,
            Tries tries,
            @Nullable Long limitSeconds,
            @Nullable Instant deadline)
            implements Stage {}

    /** In a Task that failed and will be tried again. */
    record BackingOff(Entered at, Tries tries, Instant until) implements Stage {}

    /** Over. */
    record Finished(
            Status status,
            @Nullable JsonNode output,
            @Nullable Failure failure,
            Instant when) implements Stage {}

    /**
     * A state that has been entered.
     *
     * @param eventId the id of its entered event
     * @param predecessor the id of the event before that one
     */
    record Entered(String state, JsonNode input, long eventId, long predecessor, Instant when) {}

    /** How often each retrier of the state has been used, in their order. */
    record Tries(List<Integer> used) {
        public Tries {
            used = List.copyOf(used);
        }

        int total() {
            return used.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
