package com.lifeverse.trigger.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lifeverse.trigger.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class SpanTest {
    private static final Instant EVENING = Instant.parse("2026-11-20T23:59:59.999Z");

    @Test
    void dayBeginsAndEndsAtMidnightUtc() {
        assertThat(Given.DAY.start(EVENING)).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(Given.DAY.end(EVENING)).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(Given.DAY.holdsBoth(EVENING, EVENING.plusMillis(1))).isFalse();
    }

    @Test
    void dayIsNamedByItselfAndOtherSpansByTheirStartAndLength() {
        assertThat(Given.DAY.name(EVENING)).isEqualTo("2026-11-20");
        assertThat(new Span(Duration.ofDays(7)).name(EVENING)).isEqualTo("2026-11-19.P7D");
        assertThat(new Span(Duration.ofHours(1)).name(EVENING)).isEqualTo("2026-11-20T23:00:00Z.PT1H");
        assertThat(new Span(Duration.ofSeconds(90)).name(EVENING)).isEqualTo("2026-11-20T23:58:30Z.PT1M30S");
    }

    @Test
    void spansOfDifferentLengthThatBeginTogetherHaveDifferentNames() {
        for (var lengths : List.of(List.of("P1D", "P7D"), List.of("PT1H", "PT12H"), List.of("P7D", "P14D"))) {
            var names = lengths.stream()
                    .map(length -> new Span(Duration.parse(length)).name(Instant.EPOCH))
                    .toList();
            assertThat(names).doesNotHaveDuplicates();
        }
    }

    @Test
    void spansAreWholeSecondsFromAMinuteToAMonth() {
        for (var length : new String[] {"PT59S", "P32D", "PT1M0.5S", "PT0S", "-P1D"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Span(Duration.parse(length)));
        }
    }
}
