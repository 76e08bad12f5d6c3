package com.lifeverse.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions write says when it happened in the stack. */
@Tag("rules")
final class StackTimeTest {
    private static final Instant NOW = Instant.parse("2031-02-03T04:05:06.007Z");

    @Test
    void aLineOfTheLogAndALineOfMetricsHappenedWhenTheStackSays() {
        assertThat(StackTime.at(NOW, "{\"level\":\"INFO\",\"timestamp\":\"2026-11-21T16:26:50.283Z\",\"late\":1.50}"))
                .isEqualTo("{\"level\":\"INFO\",\"timestamp\":\"2031-02-03T04:05:06.007Z\",\"late\":1.50}");
        assertThat(StackTime.at(NOW, "{\"_aws\":{\"Timestamp\":1795278410956,\"CloudWatchMetrics\":[]},\"told\":3.0}"))
                .isEqualTo("{\"_aws\":{\"Timestamp\":1927857906007,\"CloudWatchMetrics\":[]},\"told\":3.0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello.", "{not json", "{\"timestamp\":5}", "{ \"other\": 1 }", "[1]"})
    void whateverElseAFunctionPrintsStaysAsItIs(String line) {
        assertThat(StackTime.at(NOW, line)).isEqualTo(line);
    }
}
