package com.lifeverse.liveops.flip;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        var spells = new ArrayList<Spell>();
        if (published.revision().number() > 1) {
            spells.add(new Spell(1, before, NOON, published.since()));
        }
        spells.add(spell(published, now));
        return look(published, spells, now);
    }

    private List<String> look(Published published, List<Spell> spells, Instant now) {
        var known = ledger.states().stream().findFirst();
        return told(keeper.keep(published, known, _ -> spells, now));
    }

    private static List<String> told(List<FlipLine> lines) {
        return lines.stream()
                .map(line -> line.flip().slug() + " " + line.lateness().toMinutes())
                .toList();
    }

    private static Spell spell(Published published, Instant until) {
        var revision = published.revision();
        return new Spell(revision.number(), revision.event().calendar(), published.since(), until);
    }

    private static Instant time(String time) {
        return Instant.parse("2027-03-01T" + time + ":00Z");
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

        assertThat(look(shortened, "19:05"))
                .as("nobody had")
                .containsExactly("preview 125", "active 65", "concluded 5");
        assertThat(look(shortened, "19:06")).isEmpty();
        assertThat(ledger.told)
                .extracting(event -> event.payload().get("occurrence"))
                .containsOnly("2027-03-01T18:00");
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
        var had = List.of(spell(revision(1, EVENING, NOON), time("17:10")));
        assertThat(keeper.retire(ledger.states().getFirst(), _ -> had, time("17:10")))
                .isEmpty();
        assertThat(keeper.retire(ledger.states().getFirst(), _ -> had, time("17:11")))
                .isEmpty();
        assertThat(ledger.states().getFirst().version()).isEqualTo(2);

        assertThat(look(revision(1, EVENING, Instant.parse("2027-03-01T19:40:00Z")), "20:01"))
                .containsExactly("ending-soon 21", "review 1");
    }

    @Test
    void whatWasBegunAndEndedIsToldHoweverManyRevisionsThereWereSince() {
        var brief = Given.with(Given.calendar("2027-03-01T18:00", "PT10M", new Clocks.Utc()), "PT1H", "PT0S", "PT0S");
        var first = revision(1, EVENING, NOON);
        var shortened = revision(2, brief, time("19:00"));
        var worded = revision(3, brief, time("19:02"));
        var spells =
                List.of(spell(first, time("19:00")), spell(shortened, time("19:02")), spell(worded, time("19:05")));
        assertThat(look(first, "18:05")).containsExactly("preview 65", "active 5");

        assertThat(look(worded, spells, time("19:05"))).containsExactly("concluded 5");
        assertThat(look(worded, spells, time("19:06"))).isEmpty();
        assertThat(ledger.told)
                .extracting(event -> event.payload().get("revision"))
                .containsExactly(1, 1, 2);
    }

    @Test
    void whatWasFirstPublishedChangedAndOverWhileNobodyLookedIsToldAsItWas() {
        var brief = Given.with(Given.calendar("2027-03-01T18:00", "PT10M", new Clocks.Utc()), "PT1H", "PT0S", "PT0S");
        var first = revision(1, EVENING, NOON);
        var shortened = revision(2, brief, time("19:00"));
        var worded = revision(3, brief, time("19:02"));

        assertThat(look(
                        worded,
                        List.of(
                                spell(first, time("19:00")),
                                spell(shortened, time("19:02")),
                                spell(worded, time("20:00"))),
                        time("20:00")))
                .containsExactly("preview 180", "active 120", "concluded 60");
    }

    @Test
    void whatIsTakenAwayForGoodIsToldOfWhatItHadPassedIntoUntilThen() {
        var feast = revision(1, EVENING, NOON);
        look(feast, "12:01");
        var had = List.of(spell(feast, time("18:30")));

        assertThat(told(keeper.retire(ledger.states().getFirst(), _ -> had, time("20:30"))))
                .containsExactly("preview 210", "active 150");
        assertThat(ledger.states().getFirst().revision()).isEqualTo(FlipState.WITHDRAWN);
    }

    @Test
    void whatWasTakenAwayAndIsBackPassedIntoNothingMeanwhileAlsoWhereNobodyLooked() {
        var feast = revision(1, EVENING, NOON);
        look(feast, "12:01");
        var back = revision(1, EVENING, time("19:40"));
        var spells = List.of(spell(feast, time("17:30")), spell(back, time("20:01")));

        assertThat(look(back, spells, time("20:01"))).containsExactly("preview 181", "ending-soon 21", "review 1");
        assertThat(look(back, List.of(), time("20:30"))).isEmpty();
    }

    @Test
    void whoeverLooksOnceInTheEndTellsWhatWhoeverLooksEachMinuteDoes() {
        for (int seed = 0; seed < 300; seed++) {
            var history = history(new Random(seed));
            assertThat(watched(history, 180))
                    .as("seed %d: %s", seed, history)
                    .isEqualTo(watched(history, 1))
                    .isEqualTo(watched(history, 37));
        }
    }

    /** Some revisions of one evening, some taken away before the next came; the last stays. */
    private static List<Spell> history(Random random) {
        var spells = new ArrayList<Spell>();
        var from = time("17:00").plusSeconds(random.nextInt(3_600));
        int revisions = 1 + random.nextInt(5);
        for (int number = 1; number <= revisions; number++) {
            var calendar = Given.with(
                    Given.calendar("2027-03-01T18:00", "PT" + (5 + random.nextInt(115)) + "M", new Clocks.Utc()),
                    "PT" + random.nextInt(60) + "M",
                    "PT" + random.nextInt(5) + "M",
                    "PT" + random.nextInt(30) + "M");
            var next = from.plusSeconds(61 + random.nextInt(1_200));
            var until = random.nextInt(4) == 0 ? next.minusSeconds(random.nextInt(60)) : next;
            spells.add(new Spell(number, calendar, from, number == revisions ? Instant.MAX : until));
            from = next;
        }
        return spells;
    }

    /** What is told to whoever looks so often in three hours, for the last time in the end. */
    private static List<String> watched(List<Spell> history, int times) {
        var ledger = new RememberedFlips();
        var keeper = new FlipKeeper(ledger, () -> new UUID(0x7000, 0x8000_0000_0000_0000L));
        for (int look = 1; look <= times; look++) {
            var now = time("17:30").plusSeconds(look * 10_800L / times);
            var known = ledger.states().stream().findFirst();
            var had = history.stream()
                    .filter(spell -> !spell.from().isAfter(now))
                    .map(spell ->
                            new Spell(spell.revision(), spell.calendar(), spell.from(), earlier(spell.until(), now)))
                    .toList();
            var last = history.reversed().stream()
                    .filter(spell -> !spell.from().isAfter(now) && spell.until().isAfter(now))
                    .findFirst();
            if (last.isPresent()) {
                var published = revision(
                        last.get().revision(), last.get().calendar(), last.get().from());
                keeper.keep(published, known, _ -> had, now);
            } else if (known.isPresent()) {
                keeper.retire(known.get(), _ -> had, now);
            }
        }
        return ledger.told.stream()
                .map(event -> "%s %s of %s at %s"
                        .formatted(
                                event.payload().get("phase"),
                                event.payload().get("intendedAt"),
                                event.payload().get("revision"),
                                event.time()))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
