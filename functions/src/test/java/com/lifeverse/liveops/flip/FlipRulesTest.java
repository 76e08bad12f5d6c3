package com.lifeverse.liveops.flip;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.support.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which flips there are, whenever somebody looks. */
@Tag("rules")
final class FlipRulesTest {
    private static final EventCalendar RACE =
            Given.with(Given.calendar("2027-03-01T18:00", "PT2H", new Clocks.Utc()), "PT1H", "PT30M", "P1D");
    private static final EventCalendar DAILY =
            Given.again(Given.calendar("2027-03-01T18:00", "PT2H", new Clocks.Utc()), "FREQ=DAILY");

    private static List<String> due(EventCalendar calendar, String since, String until) {
        return FlipRules.due(calendar, Instant.parse(since), Instant.parse(until)).stream()
                .map(flip -> flip.at() + " " + flip.slug())
                .toList();
    }

    @Test
    void anOccurrenceHasOneForEachOfItsPhases() {
        assertThat(due(RACE, "2027-01-01T00:00:00Z", "2027-12-01T00:00:00Z"))
                .containsExactly(
                        "2027-03-01T17:00:00Z preview",
                        "2027-03-01T18:00:00Z active",
                        "2027-03-01T19:30:00Z ending-soon",
                        "2027-03-01T20:00:00Z review",
                        "2027-03-02T20:00:00Z concluded");
    }

    @Test
    void aPhaseThatLastsNoTimeIsNone() {
        var bare = Given.calendar("2027-03-01T18:00", "PT2H", new Clocks.Utc());

        assertThat(due(bare, "2027-01-01T00:00:00Z", "2027-12-01T00:00:00Z"))
                .containsExactly("2027-03-01T18:00:00Z active", "2027-03-01T20:00:00Z concluded");
    }

    @Test
    void theSpanBeginsBehindItsFirstMomentAndEndsWithItsLast() {
        assertThat(due(RACE, "2027-03-01T18:00:00Z", "2027-03-01T19:30:00Z"))
                .containsExactly("2027-03-01T19:30:00Z ending-soon");
        assertThat(due(RACE, "2027-03-01T19:30:00Z", "2027-03-01T19:59:59Z")).isEmpty();
    }

    @Test
    void manyShortSpansFindWhatOneLongOneDoes() {
        var whole = due(DAILY, "2027-03-01T00:00:00Z", "2027-03-08T00:00:00Z");
        var begin = Instant.parse("2027-03-01T00:00:00Z");
        var found = new ArrayList<String>();
        for (int hour = 0; hour < 7 * 24; hour++) {
            var from = begin.plusSeconds(hour * 3_600L);
            found.addAll(due(DAILY, from.toString(), from.plusSeconds(3_600).toString()));
        }

        assertThat(whole).hasSize(14);
        assertThat(found).isEqualTo(whole);
    }

    @Test
    void byPlayersOwnClocksItBeginsWithTheFirstAndEndsWithTheLast() {
        var local = Given.calendar("2027-03-01T18:00", "PT2H", new Clocks.PlayerLocal());

        assertThat(due(local, "2027-01-01T00:00:00Z", "2027-12-01T00:00:00Z"))
                .containsExactly("2027-03-01T04:00:00Z active", "2027-03-02T08:00:00Z concluded");
    }

    @Test
    void anEventThatComesWhileItRunsStandsInItsPhaseAndOneThatIsOverInNone() {
        assertThat(FlipRules.standing(RACE, Instant.parse("2027-03-01T19:00:00Z")))
                .extracting(Flip::slug)
                .containsExactly("active");
        assertThat(FlipRules.standing(RACE, Instant.parse("2027-03-01T16:59:59Z")))
                .isEmpty();
        assertThat(FlipRules.standing(RACE, Instant.parse("2027-03-02T20:00:00Z")))
                .isEmpty();
    }

    @Test
    void whatIsToComeIsInOrderAndOnlyThat() {
        assertThat(FlipRules.upcoming(DAILY, Instant.parse("2027-03-03T19:00:00Z"), 3))
                .extracting(flip -> flip.at() + " " + flip.slug())
                .containsExactly(
                        "2027-03-03T20:00:00Z concluded",
                        "2027-03-04T18:00:00Z active",
                        "2027-03-04T20:00:00Z concluded");
    }

    @Test
    void whatComesNextIsToComeFirstHoweverManyOccurrencesAreInReview() {
        var days = Given.with(DAILY, "PT0S", "PT0S", "P30D");

        assertThat(FlipRules.upcoming(days, Instant.parse("2027-03-28T19:00:00Z"), 4))
                .extracting(flip -> flip.at() + " " + flip.slug())
                .containsExactly(
                        "2027-03-28T20:00:00Z review",
                        "2027-03-29T18:00:00Z active",
                        "2027-03-29T20:00:00Z review",
                        "2027-03-30T18:00:00Z active");
    }
}
