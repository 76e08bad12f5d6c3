package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.DefinitionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** An execution played to its end in virtual time; its tasks answer by the number of the attempt. */
record Played(Ending end, List<HistoryEvent> history, Duration elapsed) {
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
        var attempts = new AtomicInteger();
        return played(new Rehearsal(
                definition(states),
                run(input),
                Chance.longestDelays(new Random(0)),
                asked -> answered(asked, tasks.apply(attempts.getAndIncrement()))));
    }

    static Played played(Rehearsal rehearsal) {
        var played = rehearsal.play();
        var ending = played.ending();
        if (ending == null) {
            throw new AssertionError("The execution hangs after " + played.history());
        }
        return new Played(ending, played.history(), played.elapsed());
    }

    static Definition definition(String states) {
        return DefinitionReader.read("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{" + states + "}}");
    }

    static Run run(String input) {
        return new Run(
                "arn:execution", "one", "arn:machine", "machine", "arn:role", Json.read(input), START, null, false);
    }

    private static Optional<Rehearsal.Answer> answered(Awaited.Reply asked, Answer answer) {
        return switch (answer) {
            case Answer.Output output ->
                Optional.of(Rehearsal.Answer.now(
                        new Happening.Completed(asked.strand(), asked.attempt(), Json.read(output.json()))));
            case Answer.Refused refused ->
                Optional.of(Rehearsal.Answer.now(new Happening.Failed(
                        asked.strand(), asked.attempt(), new Failure(refused.error(), "because"))));
            case Answer.Silence() -> Optional.empty();
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

    /** Each event as {@code id<previous type}. */
    List<String> lines() {
        return history.stream()
                .map(event -> "%d<%d %s".formatted(event.id(), event.previousEventId(), event.type()))
                .toList();
    }

    JsonNode details(int id) {
        return history.get(id - 1).details();
    }
}
