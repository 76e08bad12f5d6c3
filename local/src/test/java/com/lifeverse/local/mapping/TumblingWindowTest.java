package com.lifeverse.local.mapping;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench's clock begins at a full hour; windows are a minute long. */
@Tag("adapters")
class TumblingWindowTest {
    private final MappingBench bench = new MappingBench(MessagingStack.inMemory());
    private final MessagingStack stack = bench.stack;

    private static void map(MappingBench bench, String more) {
        bench.map("""
                {"FunctionName": "%s", "EventSourceArn": "%s", "StartingPosition": "TRIM_HORIZON",
                 "TumblingWindowInSeconds": 60 %s}""".formatted(MappingBench.FUNCTION, MappingBench.STREAM, more));
    }

    /** A function that counts the records of a window. */
    private static void counts(MappingBench bench) {
        bench.answers(ids -> {
            var event = bench.events.getLast();
            var answer = Json.object();
            answer.putObject("state")
                    .put("count", event.path("state").path("count").asInt() + ids.size());
            return MappingBench.answer(Json.text(answer));
        });
    }

    private static String said(JsonNode event) {
        return "%s %d %s%s"
                .formatted(
                        event.path("window").path("start").asText().substring(14, 16),
                        event.path("Records").size(),
                        event.path("state").path("count").asText("-"),
                        (event.path("isFinalInvokeForWindow").asBoolean() ? " last" : "")
                                + (event.path("isWindowTerminatedEarly").asBoolean() ? " early" : ""));
    }

    private List<String> said() {
        return bench.events.stream().map(TumblingWindowTest::said).toList();
    }

    @Test
    void stateIsPassedOnWithinAWindowAndTheNextOneBeginsEmpty() {
        map(bench, ", \"BatchSize\": 2");
        counts(bench);
        bench.append("a", "b", "c");
        stack.agenda.advance(Duration.ofSeconds(50));
        bench.append("d");
        stack.agenda.advance(Duration.ofSeconds(20));
        bench.append("e");
        stack.agenda.settle();
        assertThat(said()).containsExactly("00 2 -", "00 1 2", "00 1 3", "00 0 4 last", "01 1 -");
        assertThat(bench.events.getFirst().path("window").path("end").asText()).isEqualTo("2027-01-01T00:01:00Z");
        assertThat(bench.events.getFirst().path("eventSourceARN").asText()).isEqualTo(MappingBench.STREAM);
        assertThat(bench.events.getFirst().path("shardId").asText()).startsWith("shardId-");
    }

    @Test
    void batchEndsWhereItsWindowDoes() {
        counts(bench);
        bench.append("a", "b");
        stack.agenda.advance(Duration.ofMinutes(1));
        bench.append("c");
        map(bench, "");
        stack.agenda.settle();
        assertThat(said()).containsExactly("00 2 -", "00 0 2 last", "01 1 -");
    }

    @Test
    void windowThatNothingFollowsEndsTwoMinutesAfterItsTime() {
        map(bench, "");
        counts(bench);
        bench.append("a");
        stack.agenda.advance(Duration.ofSeconds(179));
        assertThat(said()).containsExactly("00 1 -");
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(said()).containsExactly("00 1 -", "00 0 1 last");
        stack.agenda.advance(Duration.ofHours(1));
        assertThat(said()).hasSize(2);
    }

    @Test
    void answerWithoutAStateIsAFailure() {
        map(bench, ", \"MaximumRetryAttempts\": 1");
        bench.append("a");
        stack.agenda.advance(Duration.ofMinutes(10));
        assertThat(said()).containsExactly("00 1 -", "00 1 -", "00 0 - last");
        assertThat(bench.discarded).singleElement().asString().contains("RetryAttemptsExhausted");
    }

    @Test
    void endingThatFailsHoldsUpTheStreamUntilItSucceeds() {
        map(bench, "");
        bench.answers(ids -> ids.isEmpty() && bench.events.size() < 5
                ? MappingBench.error()
                : MappingBench.answer("{\"state\":{}}"));
        bench.append("a");
        stack.agenda.advance(Duration.ofMinutes(1));
        bench.append("b");
        stack.agenda.advance(Duration.ofSeconds(30));
        assertThat(said())
                .containsExactly("00 1 -", "00 0 - last", "00 0 - last", "00 0 - last", "00 0 - last", "01 1 -");
    }

    @Test
    void stateOfMoreThanAMegabyteEndsTheWindowEarlyAndItGoesOnEmpty() {
        map(bench, ", \"BatchSize\": 1");
        bench.answers(ids -> MappingBench.answer(
                "{\"state\":{\"count\":\"%s\"}}".formatted(ids.contains("1") ? "x".repeat(1_048_576) : "1")));
        bench.append("a", "b");
        stack.agenda.settle();
        assertThat(said().get(1)).startsWith("00 0 xxx").endsWith(" early");
        assertThat(said().get(2)).isEqualTo("00 1 -");
        assertThat(said()).hasSize(3);
    }

    @Test
    void partialFailureKeepsTheStateThatCameWithIt() {
        map(bench, ", \"FunctionResponseTypes\": [\"ReportBatchItemFailures\"]");
        bench.answers(ids -> MappingBench.answer(
                bench.events.size() == 1
                        ? "{\"state\":{\"count\":1},\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}"
                        : "{\"state\":{\"count\":2}}"));
        bench.append("a", "b");
        stack.agenda.advance(Duration.ofSeconds(10));
        assertThat(said()).containsExactly("00 2 -", "00 1 1");
    }

    @Test
    void stateSurvivesARestartAndSoDoesItsEnd(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            var first = new MappingBench(before);
            map(first, "");
            counts(first);
            first.append("a", "b");
            before.agenda.settle();
        }
        try (var after = MessagingStack.in(directory, START.plusSeconds(1))) {
            var second = new MappingBench(after);
            second.append("a", "b");
            counts(second);
            map(second, "");
            second.append("c");
            after.agenda.advance(Duration.ofMinutes(4));
            assertThat(second.events.stream().map(TumblingWindowTest::said)).containsExactly("00 1 2", "00 0 3 last");
        }
    }
}
