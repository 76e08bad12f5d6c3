package com.lifeverse.local.mapping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.delivery.MessagingStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class EventSourceMappingTypeTest {
    private final MappingBench bench = new MappingBench(MessagingStack.inMemory());

    private void ofStream(String more) {
        bench.map("""
                {"FunctionName": "%s", "EventSourceArn": "%s", "StartingPosition": "LATEST", %s}""".formatted(MappingBench.FUNCTION, MappingBench.STREAM, more));
    }

    private void ofQueue(String more) {
        var queue = bench.stack.queue("work");
        bench.map("{\"FunctionName\": \"%s\", \"EventSourceArn\": \"%s\", %s}"
                .formatted(MappingBench.FUNCTION, queue.arn(), more));
    }

    @ParameterizedTest
    @CsvSource({
        "BatchSize, 0, greater than or equal to 1",
        "BatchSize, 10001, less than or equal to 10000",
        "MaximumBatchingWindowInSeconds, 301, less than or equal to 300",
        "TumblingWindowInSeconds, 901, less than or equal to 900",
        "ParallelizationFactor, 11, less than or equal to 10",
        "MaximumRetryAttempts, -2, greater than or equal to -1",
        "MaximumRecordAgeInSeconds, 604801, less than or equal to 604800",
        "MaximumRecordAgeInSeconds, 59, 60 to 604800"
    })
    void numberBeyondItsLimitIsRefused(String name, int value, String words) {
        assertThatThrownBy(() -> ofStream("\"%s\": %d".formatted(name, value)))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"TumblingWindowInSeconds\": 60",
                "\"ParallelizationFactor\": 2",
                "\"BisectBatchOnFunctionError\": true",
                "\"StartingPosition\": \"LATEST\"",
                "\"ScalingConfig\": {\"MaximumConcurrency\": 1}",
                "\"FunctionResponseTypes\": [\"Everything\"]"
            })
    void whatIsNothingForAQueueIsRefused(String property) {
        assertThatThrownBy(() -> ofQueue(property)).isInstanceOf(UnsupportedProperty.class);
    }

    @Test
    void streamCannotBeginAtATimestamp() {
        assertThatThrownBy(() -> bench.map("""
                {"FunctionName": "f", "EventSourceArn": "%s", "StartingPosition": "AT_TIMESTAMP"}""".formatted(MappingBench.STREAM)))
                .hasMessageContaining("Unsupported starting position for arn type: " + MappingBench.STREAM);
        assertThatThrownBy(() -> bench.map(
                        "{\"FunctionName\": \"f\", \"EventSourceArn\": \"%s\"}".formatted(MappingBench.STREAM)))
                .hasMessageContaining("Value null at 'startingPosition'");
    }

    @Test
    void givenUpRecordsGoToAQueueOrABucketAndNowhereElse() {
        assertThatCode(() ->
                        ofStream("\"DestinationConfig\": {\"OnFailure\": {\"Destination\": \"arn:aws:s3:::parked\"}}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> ofStream(
                                "\"DestinationConfig\": {\"OnFailure\": {\"Destination\": \"arn:aws:sns:us-east-1:111111111111:t\"}}"))
                .hasMessageContaining("queues and buckets are");
    }

    @Test
    void mappingHasNoMoreThanFiveFilters() {
        var six = "{\"Pattern\": \"{}\"},".repeat(5) + "{\"Pattern\": \"{}\"}";
        assertThatThrownBy(() -> ofStream("\"FilterCriteria\": {\"Filters\": [%s]}".formatted(six)))
                .hasMessageContaining("up to 5 filters");
    }
}
