package com.lifeverse.local.mapping;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
class StreamMappingTest {
    private final MappingBench bench = new MappingBench(MessagingStack.inMemory());
    private final MessagingStack stack = bench.stack;

    private static void map(MappingBench bench, String more) {
        bench.map("""
                {"FunctionName": "%s", "EventSourceArn": "%s", "StartingPosition": "TRIM_HORIZON" %s}""".formatted(MappingBench.FUNCTION, MappingBench.STREAM, more));
    }

    @Test
    void recordsComeInOrderAndOnce() {
        map(bench, ", \"BatchSize\": 2");
        bench.append("a", "b", "c");
        stack.agenda.settle();
        bench.append("d");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("1", "2"), List.of("3"), List.of("4"));
    }

    @Test
    void lanesHoldUpOnlyTheirOwnItemsAndKeepThemInOrder() {
        map(bench, ", \"BatchSize\": 10, \"ParallelizationFactor\": 4");
        bench.answers(ids -> ids.contains("1") ? MappingBench.error() : MappingBench.answer(""));
        for (int round = 0; round < 3; round++) {
            bench.append("a", "b", "c", "d", "e", "f", "g", "h");
        }
        stack.agenda.settle();
        // Kinds a and e are in one lane; of that only what was read together with the first failure has been seen.
        var seen = bench.invocations.stream().flatMap(List::stream).distinct().toList();
        assertThat(seen).hasSize(21).contains("1", "5", "9").doesNotContain("13", "17", "21");
        assertThat(bench.invocations).contains(List.of("1", "5", "9"), List.of("2", "6", "10"));
        int before = bench.invocations.size();
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(bench.invocations.subList(before, bench.invocations.size()))
                .isNotEmpty()
                .allSatisfy(ids -> assertThat(ids).contains("1"));
    }

    @Test
    void otherNumberOfLanesGoesOnWhereTheSlowestWas() {
        map(bench, "");
        bench.append("a", "b");
        stack.agenda.settle();
        var later = new MappingBench(stack);
        later.append("a", "b", "c", "d");
        map(later, ", \"ParallelizationFactor\": 2");
        stack.agenda.settle();
        assertThat(later.invocations.stream().flatMap(List::stream)).containsExactlyInAnyOrder("3", "4");
    }

    @Test
    void latestBeginsAfterWhatIsThere() {
        bench.append("old");
        bench.map("{\"FunctionName\": \"f\", \"EventSourceArn\": \"%s\", \"StartingPosition\": \"LATEST\"}"
                .formatted(MappingBench.STREAM));
        bench.append("new");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("2"));
    }

    @Test
    void failedBatchHoldsUpAllBehindItUntilItSucceeds() {
        map(bench, ", \"BatchSize\": 2");
        bench.answers(ids -> bench.invocations.size() < 3 ? MappingBench.error() : MappingBench.answer(""));
        bench.append("a", "b", "c");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("1", "2"));
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(bench.invocations)
                .containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("1", "2"), List.of("3"));
    }

    @Test
    void batchIsHalvedUntilThePoisonStandsAloneAndIsParked() {
        map(bench, """
                , "BisectBatchOnFunctionError": true, "MaximumRetryAttempts": 1,
                "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:s3:::parked"}}""");
        bench.answers(ids -> ids.contains("3") ? MappingBench.error() : MappingBench.answer(""));
        bench.append("a", "b", "c", "d");
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(bench.invocations)
                .containsExactly(
                        List.of("1", "2", "3", "4"),
                        List.of("1", "2"),
                        List.of("3", "4"),
                        List.of("3"),
                        List.of("3"),
                        List.of("4"));
        assertThat(bench.parked).hasSize(1).allSatisfy((key, text) -> {
            assertThat(key).startsWith("parked/aws/lambda/").contains("/2027/01/01/2027-01-01T00.00.0");
            var record = Json.read(text);
            assertThat(record.path("requestContext").path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
            assertThat(record.path("requestContext")
                            .path("approximateInvokeCount")
                            .asInt())
                    .isEqualTo(2);
            assertThat(record.path("DDBStreamBatchInfo")
                            .path("startSequenceNumber")
                            .asText())
                    .isEqualTo("3");
            assertThat(record.path("payload").asText()).contains("\"SequenceNumber\":\"3\"");
        });
    }

    @Test
    void lowestReportedRecordIsWhereTheStreamGoesOn() {
        map(bench, ", \"FunctionResponseTypes\": [\"ReportBatchItemFailures\"]");
        bench.answers(
                ids -> bench.invocations.size() == 1 ? MappingBench.failing("4", "2") : MappingBench.answer("{}"));
        bench.append("a", "b", "c", "d");
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(bench.invocations).containsExactly(List.of("1", "2", "3", "4"), List.of("2", "3", "4"));
    }

    @Test
    void oddReportRetriesTheWholeBatchAndTellsTheQueueWithoutAFunctionError() {
        var dead = stack.queue("dead");
        map(bench, """
                , "FunctionResponseTypes": ["ReportBatchItemFailures"], "MaximumRetryAttempts": 2,
                "DestinationConfig": {"OnFailure": {"Destination": "%s"}}""".formatted(dead.arn()));
        bench.answers(ids -> MappingBench.failing(""));
        bench.append("a");
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(bench.invocations).hasSize(3);
        assertThat(stack.bodies(dead)).singleElement().satisfies(text -> {
            var record = Json.read(text);
            assertThat(record.path("responseContext").path("functionError").isNull())
                    .isTrue();
            assertThat(record.path("requestContext")
                            .path("approximateInvokeCount")
                            .asInt())
                    .isEqualTo(3);
            assertThat(record.has("payload")).isFalse();
        });
    }

    @Test
    void recordThatIsTooOldIsGivenUpWithoutAnotherTry() {
        map(bench, ", \"MaximumRecordAgeInSeconds\": 60");
        bench.answers(ids -> ids.contains("1") ? MappingBench.error() : MappingBench.answer(""));
        bench.append("a");
        stack.agenda.advance(Duration.ofSeconds(50));
        bench.append("b");
        stack.agenda.advance(Duration.ofMinutes(2));
        assertThat(bench.discarded).singleElement().asString().contains("RecordAgeExceeded");
        assertThat(bench.invocations).last().isEqualTo(List.of("2"));
    }

    @Test
    void recordsThatNoFilterWantsArePassedOver() {
        map(bench, """
                , "FilterCriteria": {"Filters": [
                    {"Pattern": "{\\"dynamodb\\":{\\"NewImage\\":{\\"kind\\":{\\"S\\":[\\"tell\\"]}}}}"}]}""");
        bench.append("quiet", "tell", "quiet");
        stack.agenda.settle();
        assertThat(bench.invocations).containsExactly(List.of("2"));
    }

    @Test
    void incompleteBatchWaitsForItsWindow() {
        map(bench, ", \"BatchSize\": 10, \"MaximumBatchingWindowInSeconds\": 5");
        bench.append("a");
        stack.agenda.advance(Duration.ofSeconds(3));
        bench.append("b");
        stack.agenda.advance(Duration.ofSeconds(3));
        assertThat(bench.invocations).containsExactly(List.of("1", "2"));
    }

    @Test
    void restartGoesOnBehindTheLastBatchThatWasDone(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            var first = new MappingBench(before);
            map(first, ", \"BatchSize\": 2");
            first.answers(ids -> ids.contains("3") ? MappingBench.error() : MappingBench.answer(""));
            first.append("a", "b", "c");
            before.agenda.settle();
        }
        try (var after = MessagingStack.in(directory, START.plusSeconds(1))) {
            var second = new MappingBench(after);
            second.append("a", "b", "c");
            map(second, ", \"BatchSize\": 2");
            after.agenda.settle();
            assertThat(second.invocations).containsExactly(List.of("3"));
        }
    }

    @Test
    void functionWhoseRoleMayNotReadTheStreamGetsNoMapping() {
        stack.forbidden.add("dynamodb:GetRecords");
        assertThatThrownBy(() -> map(bench, ""))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("dynamodb:GetRecords");
    }
}
