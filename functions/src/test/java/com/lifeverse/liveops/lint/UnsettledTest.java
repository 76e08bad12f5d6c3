package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Recurrence;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
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
        var settled = new Tenure(rewarded(hourlyFor("PT30M"), 5), NOW);
        var reviewed = rewarded(Given.with(hourlyFor("PT3H"), "PT0S", "PT0S", "P2D"), 5);

        assertThat(look(settled, reviewed, NOW.plus(Duration.ofMinutes(50))))
                .extracting(Finding::message)
                .extracting(message -> message.substring(0, 16))
                .containsExactly("2027-01-01T10:00", "2027-01-01T11:00", "2027-01-01T12:00");
    }

    @Test
    void whoComesBackWhenTheRefusalSaysIsNotSentAwayAgain() {
        var had = rewarded(hourlyFor("PT40M"), 9);
        var less = rewarded(hourlyFor("PT40M"), 5);

        var refused = look(new Tenure(had, NOW), less, NOW);
        assertThat(refused)
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("settled at 2027-01-01T12:55:00Z: publish it then; or withdraw");
        var told = Instant.parse("2027-01-01T12:55:00Z");
        assertThat(look(new Tenure(had, told), less, told)).isEmpty();

        var reviewed = rewarded(Given.with(daily("PT30M"), "PT0S", "PT0S", "PT23H10M"), 9);
        var moved = rewarded(Given.again(calendar("2024-01-01T06:00", "PT30M"), "FREQ=DAILY"), 5);
        assertThat(look(new Tenure(reviewed, NOW), moved, NOW))
                .as("by one moment for all that stands against it")
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("is over at 2027-01-02T05:25:00Z", "publish it then");
    }

    @Test
    void whereOccurrencesFollowCloselyTheRefusalSaysThatThereIsNoSuchMomentAndWhatToDo() {
        var had = rewarded(hourlyFor("PT50M"), 9);
        var less = rewarded(hourlyFor("PT50M"), 5);

        assertThat(look(new Tenure(had, NOW), less, NOW))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("others begin before", "`when.repeat.activeTo`")
                .doesNotContain("publish it then");
        var local = rewarded(
                Given.again(Given.calendar("2026-12-20T06:00", "PT12H", new Clocks.PlayerLocal()), "FREQ=DAILY"), 9);
        assertThat(look(new Tenure(local, NOW), rewarded(local.calendar(), 5), NOW))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("others begin before");

        var ending = rewarded(ending(hourlyFor("PT50M"), "2027-01-01T12:30"), 9);
        assertThat(look(new Tenure(had, NOW), ending, NOW))
                .as("what they have, with an end")
                .isEmpty();
        var after = List.of(new Tenure(ending, NOW.plusSeconds(9)), new Tenure(had, NOW));
        assertThat(look(after, less, NOW.plusSeconds(9)))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("settled at 2027-01-01T13:05:00Z: publish it then");
        var told = Instant.parse("2027-01-01T13:05:00Z");
        assertThat(look(List.of(new Tenure(ending, told), new Tenure(had, NOW)), less, told))
                .isEmpty();
    }

    @Test
    void ofSeveralThatFollowCloselyForAWhileTheMomentIsWhenTheLastIsSettled() {
        var rule = "FREQ=DAILY;BYHOUR=10,11,12,13,14";
        var had = rewarded(Given.again(calendar("2026-12-01T10:00", "PT50M"), rule), 9);

        assertThat(look(new Tenure(had, NOW), rewarded(had.calendar(), 5), NOW))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("publish it at 2027-01-01T15:05:00Z, when none is left of those that begin before");
    }

    private static EventCalendar hourlyFor(String length) {
        return Given.again(calendar("2026-12-01T12:00", length), "FREQ=HOURLY");
    }

    private static EventCalendar ending(EventCalendar calendar, String to) {
        var rule = calendar.recurrence().orElseThrow();
        var ends = new Recurrence(rule.rule(), rule.from(), Optional.of(LocalDateTime.parse(to)), rule.excluded());
        return new EventCalendar(
                calendar.start(), calendar.length(), calendar.clocks(), calendar.stages(), Optional.of(ends));
    }

    private static LiveEvent rewarded(EventCalendar calendar, int coins) {
        var event = Given.event(calendar);
        var progress = Optional.of(new Progress("matches", false));
        return Given.with(event, progress, List.of(new Reward(1, 1, "coins", coins)), List.of());
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
        return look(List.of(had), wanted, now);
    }

    private static List<Finding> look(List<Tenure> past, LiveEvent wanted, Instant now) {
        return PublicationLint.findings(
                Optional.of(past.getFirst().event()), past, wanted, Optional.empty(), GRACE, now);
    }
}
