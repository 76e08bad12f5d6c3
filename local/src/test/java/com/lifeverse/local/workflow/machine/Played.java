package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.DefinitionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An execution played to its end in virtual time; its tasks answer by the number of the attempt. */
record Played(Stage.Finished end, List<HistoryEvent> history, Duration elapsed) {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** What an attempt comes to: an output, a failure, or nothing at all. */
    sealed interface Answer {
        record Output(String json) implements Answer {}

        record Refused(String error) implements Answer {}

        record Silence() implements Answer {}
    }

    /** A machine of these states that starts in A, without tasks. */
    static Played states(String states, String input) {
        return states(states, input, attempt -> new Answer.Silence());
    }

    static Played states(String states, String input, IntFunction<Answer> tasks) {
        return play(definition(states), input, tasks);
    }

    static Definition definition(String states) {
        return DefinitionReader.read("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{" + states + "}}");
    }

    static Run run(String input) {
        return new Run("arn:execution", "one", "arn:machine", "machine", "arn:role", Json.read(input), START, null);
    }

    private static Played play(Definition definition, String input, IntFunction<Answer> tasks) {
        var interpreter = new Interpreter(definition, run(input), Chance.longestDelays(new Random(0)));
        var history = new ArrayList<HistoryEvent>();
        var progress = Progress.accepted();
        var now = START;
        int attempts = 0;
        while (progress.status() == Status.RUNNING) {
            Happening happening = null;
            for (var awaited : progress.awaits()) {
                if (happening == null) {
                    happening = switch (awaited) {
                        case Awaited.Step step -> new Happening.Proceed(step.turn());
                        case Awaited.Alarm alarm -> {
                            now = now.isBefore(alarm.at()) ? alarm.at() : now;
                            yield new Happening.Alarm(alarm.turn());
                        }
                        case Awaited.Reply reply -> answered(reply, tasks.apply(attempts++));
                    };
                }
            }
            if (happening == null) {
                throw new AssertionError("The execution hangs in " + progress.stage());
            }
            var step = interpreter.step(progress, happening, now);
            progress = step.progress();
            history.addAll(step.events());
        }
        return new Played((Stage.Finished) progress.stage(), history, Duration.between(START, now));
    }

    private static @Nullable Happening answered(Awaited.Reply reply, Answer answer) {
        return switch (answer) {
            case Answer.Output output -> new Happening.Replied(reply.turn(), Json.read(output.json()));
            case Answer.Refused refused -> new Happening.Failed(reply.turn(), new Failure(refused.error(), "because"));
            case Answer.Silence() -> null;
        };
    }

    Status status() {
        return end.status();
    }

    String output() {
        return end.output() == null ? "absent" : Json.text(end.output());
    }

    Failure failure() {
        return end.failure() == null ? new Failure(null, null) : end.failure();
    }

    List<String> types() {
        return history.stream().map(HistoryEvent::type).toList();
    }

    JsonNode details(int id) {
        return history.get(id - 1).details();
    }
}
