package com.lifeverse.liveops.flip;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each phase of each occurrence is told once, however seldom, often or late anybody looks. */
@Tag("rules")
final class FlipKeeperTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final EventCalendar EVENING = at("2027-03-01T18:00");

    private final RememberedFlips ledger = new RememberedFlips();
    private final FlipKeeper keeper = new FlipKeeper(ledger, () -> new UUID(0x7000, 0x8000_0000_0000_0000L));

    private static EventCalendar at(String start) {
        return Given.with(Given.calendar(start, "PT2H", new Clocks.Utc()), "PT1H", "PT30M", "PT1H");
    }

    private static Published revision(int number, EventCalendar calendar, Instant since) {
        var revision = new Revision(number, "ann", NOON.minusSeconds(60), Given.event(calendar), Map.of());
        return new Published(revision, since, new TreeSet<>());
    }

    private List<String> look(Published published, String time) {
        return look(published, EVENING, Instant.parse("2027-03-01T" + time + ":00Z"));
    }

    private List<String> look(Published published, EventCalendar before, Instant now) {
        var known = ledger.states().stream().findFirst();
        var had = published.revision().number() > 1 ? Optional.of(before) : Optional.<EventCalendar>empty();
        return keeper.keep(published, known, _ -> Optional.of(before), () -> had, now).stream()
                .map(line -> line.flip().slug() + " " + line.lateness().toMinutes())
                .toList();
    }

    @Test
    void whatIsDueIsToldOnceAndOnlyWhenItIs() {
        var feast = revision(1, EVENING, NOON);

        assertThat(look(feast, "12:01")).isEmpty();
        assertThat(look(feast, "16:59")).isEmpty();
        assertThat(look(feast, "17:01")).containsExactly("preview 1");
        assertThat(look(feast, "17:01")).isEmpty();
        assertThat(look(feast, "18:00")).containsExactly("active 0");
        assertThat(ledger.told)
                .extracting(event -> event.payload().get("phase"))
                .containsExactly("preview", "active");
        assertThat(ledger.told.getFirst().time()).isEqualTo(Instant.parse("2027-03-01T17:00:00Z"));
    }

    @Test
    void whoeverLooksLateTellsAllOfItInOrderAndHowLate() {
        var feast = revision(1, EVENING, NOON);
        look(feast, "12:01");

        assertThat(look(feast, "20:30")).containsExactly("preview 210", "active 150", "ending-soon 60", "review 30");
    }

    @Test
    void anEventThatIsPublishedWhileItRunsIsToldInThePhaseThatItIsInAndIsNotLate() {
        var feast = revision(1, EVENING, Instant.parse("2027-03-01T18:30:00Z"));

        assertThat(look(feast, "18:31")).containsExactly("active 1");
    }

    @Test
    void whatWasMovedIsToldByWhatHeldAtEachMoment() {
        look(revision(1, EVENING, NOON), "12:01");
        // Published at 17:30, and nobody looked since noon: the first had been announced by then, the second begins
        // earlier.
        var earlier = revision(2, at("2027-03-01T17:45"), Instant.parse("2027-03-01T17:30:00Z"));

        assertThat(look(earlier, "17:50")).containsExactly("preview 50", "preview 20", "active 5");
        assertThat(ledger.told)
                .extracting(event -> event.payload().get("revision"))
                .containsExactly(1, 2, 2);
    }

    @Test
    void whatWasToldIsNotToldAgainByANewRevisionOfTheSameTimes() {
        look(revision(1, EVENING, NOON), "18:05");

        assertThat(look(revision(2, EVENING, Instant.parse("2027-03-01T18:10:00Z")), "18:11"))
                .isEmpty();
        assertThat(look(revision(2, EVENING, Instant.parse("2027-03-01T18:10:00Z")), "19:31"))
                .containsExactly("ending-soon 1");
    }

    @Test
    void whatIsOverAtOnceByANewRevisionIsToldToBeOverWhetherOrNotAnybodyHadLooked() {
        var brief = Given.with(Given.calendar("2027-03-01T18:00", "PT10M", new Clocks.Utc()), "PT1H", "PT0S", "PT0S");
        var shortened = revision(2, brief, Instant.parse("2027-03-01T19:00:00Z"));

        assertThat(look(shortened, "19:05")).as("nobody had").containsExactly("concluded 5");
        assertThat(look(shortened, "19:06")).isEmpty();
        assertThat(ledger.told)
                .extracting(event -> event.payload().get("occurrence"))
                .containsExactly("2027-03-01T18:00");
    }

    @Test
    void whatIsShortenedAfterItsPhasesWereToldIsToldToBeOver() {
        look(revision(1, EVENING, NOON), "18:05");
        var brief = Given.with(Given.calendar("2027-03-01T18:00", "PT10M", new Clocks.Utc()), "PT1H", "PT0S", "PT0S");

        assertThat(look(revision(2, brief, Instant.parse("2027-03-01T19:00:00Z")), "19:05"))
                .containsExactly("concluded 5");
    }

    @Test
    void anEventThatWasTakenAwayPassesIntoNothingUntilItIsBack() {
        look(revision(1, EVENING, NOON), "17:01");
        keeper.retire(ledger.states().getFirst(), Instant.parse("2027-03-01T17:10:00Z"));
        keeper.retire(ledger.states().getFirst(), Instant.parse("2027-03-01T17:11:00Z"));
        assertThat(ledger.states().getFirst().version()).isEqualTo(2);

        assertThat(look(revision(1, EVENING, Instant.parse("2027-03-01T19:40:00Z")), "20:01"))
                .containsExactly("ending-soon 21", "review 1");
    }

    @Test
    void moreThanOneWriteHoldsIsToldByTheNextLooksAndNothingTwice() {
        var hourly = Given.again(Given.calendar("2027-03-01T18:00", "PT1H", new Clocks.Utc()), "FREQ=HOURLY");
        var feast = revision(1, hourly, NOON);
        var late = NOON.plus(Duration.ofDays(4));
        int found = 0;
        for (int again = 0; again < 10; again++) {
            found += look(feast, hourly, late).size();
        }

        assertThat(found).isEqualTo(FlipRules.due(hourly, NOON, late).size()).isGreaterThan(150);
        assertThat(look(feast, hourly, late)).isEmpty();
    }
}
