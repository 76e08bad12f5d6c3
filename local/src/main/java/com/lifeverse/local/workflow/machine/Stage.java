package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a strand stands between two happenings. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stage.Starting.class, name = "starting"),
    @JsonSubTypes.Type(value = Stage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Stage.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Stage.Working.class, name = "working"),
    @JsonSubTypes.Type(value = Stage.BackingOff.class, name = "backing-off"),
    @JsonSubTypes.Type(value = Stage.Branching.class, name = "branching"),
    @JsonSubTypes.Type(value = Stage.Iterating.class, name = "iterating"),
    @JsonSubTypes.Type(value = Stage.Distributing.class, name = "distributing"),
    @JsonSubTypes.Type(value = Stage.Failed.class, name = "failed"),
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
     * @param attempt names this attempt in this execution for ever
     * @param submitted what the integration answered, if the task is not over with that; null before
     */
    record Working(
            Entered at,
            String resource,
            JsonNode arguments,
            Tries tries,
            long attempt,
            TimeLimits limits,
            @Nullable JsonNode submitted)
            implements Stage {}

    /** In a state that failed and will be tried again. */
    record BackingOff(Entered at, Tries tries, Instant until) implements Stage {}

    /** In a Parallel. Its input is kept apart, since it can be large and this changes often. */
    record Branching(Entered at, Tries tries, int left) implements Stage {}

    /**
     * In a Map whose iterations are its own. Its input and its items are kept apart.
     *
     * @param next the index of the next iteration
     * @param done how many are over
     */
    record Iterating(Entered at, Tries tries, int length, int next, int done, int concurrency) implements Stage {}

    /**
     * In a Map whose iterations are child executions.
     *
     * @param round how often the run was redriven
     */
    record Distributing(
            Entered at,
            Tries tries,
            long attempt,
            String runArn,
            int round,
            @Nullable JsonNode items,
            MapPlan plan) implements Stage {
        /** The next round of the same run, with all retries: what failed in it is done again. */
        Distributing again() {
            return new Distributing(at, Tries.none(), attempt, runArn, round + 1, items, plan);
        }
    }

    /** In a state that failed for good; only a redrive leads on from here. */
    record Failed(Entered at) implements Stage {}

    /**
     * A state that has been entered.
     *
     * @param eventId the id of its entered event
     * @param predecessor the id of the event before that one
     */
    record Entered(String state, JsonNode input, long eventId, long predecessor, Instant when) {
        /** What the causes of failed evaluations begin with. */
        String prefix() {
            return "An error occurred while executing the state '%s' (entered at the event id #%d). "
                    .formatted(state, eventId);
        }

        Entered withInput(JsonNode other) {
            return new Entered(state, other, eventId, predecessor, when);
        }

        Entered withoutInput() {
            return withInput(NullNode.getInstance());
        }
    }

    /** How often each retrier of the state has been used, in their order. */
    record Tries(List<Integer> used) {
        public Tries {
            used = List.copyOf(used);
        }

        static Tries none() {
            return new Tries(List.of());
        }

        int of(int retrier) {
            return retrier < used.size() ? used.get(retrier) : 0;
        }

        int total() {
            return used.stream().mapToInt(Integer::intValue).sum();
        }

        Tries with(int retrier) {
            var more = new ArrayList<>(used);
            while (more.size() <= retrier) {
                more.add(0);
            }
            more.set(retrier, more.get(retrier) + 1);
            return new Tries(more);
        }
    }

    /**
     * The time-outs of an attempt.
     *
     * @param seconds the time-out; null if there is none
     * @param heartbeat the longest silence; null if there is none
     */
    record TimeLimits(
            @Nullable Long seconds,
            @Nullable Long heartbeat,
            @Nullable Instant deadline,
            @Nullable Instant heartbeatBy) {
        static TimeLimits from(@Nullable Long seconds, @Nullable Long heartbeat, Instant now) {
            return new TimeLimits(seconds, heartbeat, after(now, seconds), after(now, heartbeat));
        }

        TimeLimits beat(Instant now) {
            return new TimeLimits(seconds, heartbeat, deadline, after(now, heartbeat));
        }

        TimeLimits anew(Instant now) {
            return from(seconds, heartbeat, now);
        }

        private static @Nullable Instant after(Instant now, @Nullable Long seconds) {
            return seconds == null ? null : now.plusSeconds(seconds);
        }
    }
}
