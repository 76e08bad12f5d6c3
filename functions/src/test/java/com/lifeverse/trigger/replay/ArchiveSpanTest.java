package com.lifeverse.trigger.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class ArchiveSpanTest {
    private static ArchiveSpan span(String from, String to, String late) {
        return new ArchiveSpan(Instant.parse(from), Instant.parse(to), Duration.parse(late));
    }

    @Test
    void itBeginsAFileEarlierAndEndsWhenWhatWasLateHasCome() {
        assertThat(span("2026-11-20T23:10:00Z", "2026-11-21T00:00:00Z", "PT0S").folders())
                .containsExactly("events/dt=2026-11-20/hr=22/", "events/dt=2026-11-20/hr=23/");
        assertThat(span("2026-11-20T23:15:00Z", "2026-11-21T00:00:00Z", "PT1H").folders())
                .containsExactly("events/dt=2026-11-20/hr=23/", "events/dt=2026-11-21/hr=00/");
    }

    @Test
    void whatHappenedAtItsEndIsOfTheNextOne() {
        var span = span("2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z", "PT0S");
        assertThat(span.holds(Instant.parse("2026-11-20T23:00:00Z"))).isTrue();
        assertThat(span.holds(Instant.parse("2026-11-21T00:00:00Z"))).isFalse();
    }

    @Test
    void oneThatEndsBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> span("2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z", "PT0S"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceIsReadBackAndKnowsWhatIsBehindIt() {
        var place = ReplayPlace.of(new ReplayPlace("events/dt=2026-11-20/hr=23/part-b#1.json.gz", 7).text());
        assertThat(place.behind("events/dt=2026-11-20/hr=23/part-a.json.gz")).isEqualTo(Long.MAX_VALUE);
        assertThat(place.behind("events/dt=2026-11-20/hr=23/part-b#1.json.gz")).isEqualTo(7);
        assertThat(place.behind("events/dt=2026-11-21/hr=00/part-a.json.gz")).isZero();
        assertThat(ReplayPlace.of("")).isEqualTo(ReplayPlace.BEGINNING);
        assertThatThrownBy(() -> ReplayPlace.of("somewhere")).isInstanceOf(IllegalArgumentException.class);
    }
}
