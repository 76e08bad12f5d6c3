package com.lifeverse.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class TimeExpressionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> after(TimeExpression times, String after, int count) {
        var found = new ArrayList<String>();
        var at = Instant.parse(after);
        while (found.size() < count) {
            var next = times.after(at, Instant.EPOCH);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
            found.add(at.toString());
        }
        return found;
    }

    @Test
    void rateKeepsItsStepsFromItsAnchor() {
        assertThat(after(TimeExpression.parse("rate(7 minutes)", ZoneOffset.UTC), "1970-01-01T00:20:59Z", 2))
                .containsExactly("1970-01-01T00:21:00Z", "1970-01-01T00:28:00Z");
        assertThat(TimeExpression.parse("rate(7 minutes)", ZoneOffset.UTC)
                        .after(Instant.EPOCH.minusSeconds(60), Instant.EPOCH))
                .contains(Instant.EPOCH);
    }

    @Test
    void timeThatHasPassedNeverComes() {
        var once = TimeExpression.parse("at(2026-11-21T12:00:00)", BERLIN);
        assertThat(after(once, "2026-11-21T10:59:59Z", 5)).containsExactly("2026-11-21T11:00:00Z");
        assertThat(after(once, "2026-11-21T11:00:00Z", 5)).isEmpty();
    }

    @Test
    void timeThatClocksLeaveOutIsLeftOutAndOneThatTheyShowTwiceComesOnce() {
        var nightly = TimeExpression.parse("cron(30 2 * * ? *)", BERLIN);
        assertThat(after(nightly, "2026-03-27T12:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
        assertThat(after(nightly, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cron(0 9 * * * *)", "rate(0 minutes)", "at(2026-11-21)", "every monday", "cron(61 9 * * ? *)"})
    void whatSchedulerRefusesIsRefusedInItsWords(String text) {
        assertThatThrownBy(() -> TimeExpression.parse(text, ZoneOffset.UTC))
                .isInstanceOf(InvalidTimes.class)
                .hasMessage("Invalid Schedule Expression " + text + ".");
    }
}
