package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events of which many occurrences are not settled; it is noon, and one of each hour has just begun. */
@Tag("rules")
final class UnsettledTest {
    private static final Duration GRACE = Duration.ofMinutes(15);

    @Test
    void ofManyThatAreNotSettledTheNewestIsComparedToo() {
        assertThat(PublicationLint.running(hourly("P1D"), hourly("P1D", "2027-01-01T12:00"), GRACE, NOW))
                .as("it runs, the 25th of those that are not settled")
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("2027-01-01T12:00 runs");
        assertThat(PublicationLint.running(hourly("P1D"), hourly("P1D", "2026-12-31T13:00"), GRACE, NOW))
                .as("the oldest")
                .hasSize(1);
        assertThat(PublicationLint.running(hourly("P1D"), hourly("P1D", "2027-01-01T13:00"), GRACE, NOW))
                .as("it has not begun")
                .isEmpty();
        assertThat(PublicationLint.running(hourly("P1D"), Given.event(daily("PT30M")), GRACE, NOW))
                .as("so many are told")
                .hasSize(20);
        assertThat(PublicationLint.running(hourly("P300D"), hourly("P300D", "2027-01-01T12:00"), GRACE, NOW))
                .as("the 7201st")
                .hasSize(1);
    }

    @Test
    void whereTooManyAreNotSettledToLookAtEachNothingIsChangedOfThem() {
        var had = hourly("P366DT8000H");

        assertThat(PublicationLint.running(had, hourly("P366DT8000H", "2027-01-01T12:00"), GRACE, NOW))
                .singleElement()
                .extracting(Finding::code, Finding::pointer)
                .containsExactly("running", "/when");
        assertThat(look(new Tenure(had, NOW), hourly("P366DT8000H"), NOW))
                .as("the same again")
                .isEmpty();
    }

    @Test
    void ofManyThatRunAtOnceTheOneThatIsSettledIsFoundBehindThoseInReview() {
        var settled = new Tenure(Given.event(Given.again(calendar("2026-12-01T12:00", "PT30M"), "FREQ=HOURLY")), NOW);
        var wanted = Given.event(Given.again(calendar("2026-12-01T12:00", "PT3H"), "FREQ=HOURLY"));
        var reviewed = Given.event(Given.with(wanted.calendar(), "PT0S", "PT0S", "P2D"));

        assertThat(look(settled, reviewed, NOW.plus(Duration.ofMinutes(50))))
                .extracting(Finding::message)
                .extracting(message -> message.substring(0, 16))
                .containsExactly("2027-01-01T10:00", "2027-01-01T11:00", "2027-01-01T12:00");
    }

    private static EventCalendar calendar(String start, String length) {
        return Given.calendar(start, length, new Clocks.Utc());
    }

    /** For half an hour of each. */
    private static LiveEvent hourly(String review, String... excluded) {
        var calendar = Given.again(calendar("2024-01-01T12:00", "PT30M"), "FREQ=HOURLY", excluded);
        return Given.event(Given.with(calendar, "PT0S", "PT0S", review));
    }

    private static EventCalendar daily(String length) {
        return Given.again(calendar("2024-01-01T05:30", length), "FREQ=DAILY");
    }

    private static List<Finding> look(Tenure had, LiveEvent wanted, Instant now) {
        return PublicationLint.findings(Optional.of(had.event()), List.of(had), wanted, Optional.empty(), GRACE, now);
    }
}
