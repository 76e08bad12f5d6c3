package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One state of a definition. The JSON nodes are templates: literals with expressions in them. */
public sealed interface State {
    /** Its name in the definition. */
    String name();

    /** What it makes of its result, and what it assigns, on its normal way out. */
    Shaping shaping();

    /** The states that it can lead to, each with the arm that leads there as a path inside the state. */
    Stream<Arm> arms();

    /** The word that its history events begin with, such as {@code Task}. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * A way out of a state.
     *
     * @param path such as {@code Catch/0}, {@code Choices/1}, {@code Default} or {@code Next}
     */
    record Arm(String path, String next) {}

    /** Hands its input on, shaped. */
    record Pass(String name, Shaping shaping, Optional<String> next) implements State {
        @Override
        public Stream<Arm> arms() {
            return next.stream().map(to -> new Arm("Next", to));
        }
    }

    /**
     * Calls an integration.
     *
     * @param resource the integration's ARN
     * @param timeoutSeconds a count; without it the task may take for ever
     */
    record Task(
            String name,
            String resource,
            Optional<JsonNode> arguments,
            Optional<JsonNode> timeoutSeconds,
            Optional<JsonNode> heartbeatSeconds,
            List<Retrier> retriers,
            List<Catcher> catchers,
            Shaping shaping,
            Optional<String> next)
            implements Retrying {
        @Override
        public Stream<Arm> arms() {
            return armsOf(this, next);
        }
    }

    /** Runs all its branches at once; its result is the list of theirs. */
    record Parallel(
            String name,
            List<Block> branches,
            Optional<JsonNode> arguments,
            List<Retrier> retriers,
            List<Catcher> catchers,
            Shaping shaping,
            Optional<String> next)
            implements Retrying {
        @Override
        public Stream<Arm> arms() {
            return armsOf(this, next);
        }
    }

    /**
     * Runs its processor once for each item; its result is the list of theirs.
     *
     * @param distribution how it is done by child executions; empty if inside the execution itself
     */
    record Map(
            String name,
            Block processor,
            Spread spread,
            Optional<Distribution> distribution,
            List<Retrier> retriers,
            List<Catcher> catchers,
            Shaping shaping,
            Optional<String> next)
            implements Retrying {
        @Override
        public Stream<Arm> arms() {
            return armsOf(this, next);
        }
    }

    /** A state whose failure can be retried and caught. */
    sealed interface Retrying extends State {
        List<Retrier> retriers();

        List<Catcher> catchers();

        /** Where it leads to; empty if it ends its block. */
        Optional<String> next();
    }

    private static Stream<Arm> armsOf(Retrying state, Optional<String> next) {
        var caught = state.catchers().stream().map(catcher -> new Arm(catcher.path(), catcher.next()));
        return Stream.concat(next.stream().map(to -> new Arm("Next", to)), caught);
    }

    /** Goes the way of the first rule that holds, else the default way. */
    record Choice(String name, List<Rule> rules, Shaping shaping, Optional<String> defaultNext) implements State {
        @Override
        public Stream<Arm> arms() {
            var ruled = rules.stream().map(rule -> new Arm(rule.path(), rule.next()));
            return Stream.concat(ruled, defaultNext.stream().map(to -> new Arm("Default", to)));
        }
    }

    /** One rule of a choice, with shaping of its own. */
    record Rule(String path, JsonNode condition, Shaping shaping, String next) {}

    /** Lets time pass. */
    record Wait(String name, Until until, Shaping shaping, Optional<String> next) implements State {
        @Override
        public Stream<Arm> arms() {
            return next.stream().map(to -> new Arm("Next", to));
        }
    }

    /** How long a wait takes. */
    sealed interface Until {
        /** A number of seconds from now. */
        record Seconds(JsonNode count) implements Until {}

        /** A moment, in ISO-8601 with offset. */
        record Timestamp(JsonNode moment) implements Until {}
    }

    /** Ends the execution well. */
    record Succeed(String name, Shaping shaping) implements State {
        @Override
        public Stream<Arm> arms() {
            return Stream.empty();
        }
    }

    /** Ends the execution in failure. */
    record Fail(String name, Optional<JsonNode> error, Optional<JsonNode> cause) implements State {
        @Override
        public Shaping shaping() {
            return Shaping.NONE;
        }

        @Override
        public Stream<Arm> arms() {
            return Stream.empty();
        }
    }
}
