package com.lifeverse.liveops.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.event.Ramp.Step;
import com.lifeverse.liveops.flag.Flag;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TimelineRulesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Place PC = new Place("pc", "eu-west");
    private static final LiveopsPolicy POLICY = new LiveopsPolicy(
            Duration.ofDays(2), Duration.ofSeconds(30), Duration.ofSeconds(5), 2, 65_536, Duration.ofMinutes(15));
    private static final Clocks UTC = new Clocks.Utc();

    @Test
    void aSheetBeginsWhereSomethingIsAnnouncedAndHasNothingThatIsAnnouncedLater() {
        var soon = event("soon", Given.with(Given.calendar("2027-03-03T06:00", "P1D", UTC), "P1D", "PT0S", "PT0S"));
        var later = event("later", Given.with(Given.calendar("2027-03-10T06:00", "P1D", UTC), "P1D", "PT0S", "PT0S"));
        var running = event("running", Given.calendar("2027-03-01T06:00", "P1D", UTC));

        var sheets = sheets(soon, later, running);

        assertThat(sheets).extracting(Sheet::from).containsExactly(NOW, Instant.parse("2027-03-02T06:00:00Z"));
        assertThat(events(sheets.getFirst())).containsExactly("running");
        assertThat(events(sheets.getLast())).containsExactly("soon");
        assertThat(sheets.toString())
                .as("of what is announced after it expires there is no trace")
                .doesNotContain("later");
    }

    @Test
    void anEventByPlayersClocksIsAnnouncedWhenTheFirstOfThemHasItAndGoesWhenTheLastIsDone() {
        var local = event("local", Given.calendar("2027-03-02T18:00", "PT1H", new Clocks.PlayerLocal()));

        var sheets = sheets(local);

        assertThat(sheets).extracting(Sheet::from).containsExactly(NOW, Instant.parse("2027-03-02T04:00:00Z"));
        var entry = entries(sheets.getLast()).getFirst();
        assertThat(entry).containsEntry("local", true);
        long start = Instant.parse("2027-03-02T18:00:00Z").getEpochSecond();
        assertThat(entry)
                .containsEntry("times", List.of(List.of(start, start, start + 3600, start + 3600, start + 3600)));
        assertThat(at(Instant.parse("2027-03-03T06:59:59Z"), local)).containsExactly("local");
        assertThat(at(Instant.parse("2027-03-03T07:00:00Z"), local)).isEmpty();
    }

    @Test
    void ofARecurringEventNotMoreOccurrencesAreShownThanTheNumberAllows() {
        var hourly = Given.again(
                Given.with(Given.calendar("2027-03-01T00:00", "PT10M", UTC), "P1D", "PT0S", "PT0S"), "FREQ=HOURLY");

        assertThat(entries(sheets(event("hourly", hourly)).getFirst())
                        .getFirst()
                        .get("times"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void playersOfAPlaceAreToldWhatIsForThemWithoutWhatIsTheSameForAllThere() {
        Map<String, Object> level = Map.of("level", List.of(Map.of("numeric", List.of(">=", 3))));
        var one = of("one", List.of(Map.of("platform", List.of("pc", "web"))), List.of());
        var two = of("two", List.of(Map.of("platform", List.of("ios"))), List.of());
        var three = of("three", List.of(with(level, "platform", "pc"), with(level, "region", "us-east")), List.of());
        var four = of("four", List.of(), List.of(Map.of("region", List.of("eu-west"))));
        var five = of("five", List.of(), List.of(Map.of("tags", List.of("banned"))));
        var six = of("six", List.of(Map.of("platform", List.of("pc")), level), List.of());

        var entries = entries(sheets(one, two, three, four, five, six).getFirst());

        assertThat(entries).extracting(entry -> entry.get("event")).containsExactly("one", "three", "five", "six");
        assertThat(entries.get(0)).doesNotContainKeys("include", "exclude");
        assertThat(entries.get(1)).containsEntry("include", List.of(level));
        assertThat(entries.get(2)).containsEntry("exclude", List.of(Map.of("tags", List.of("banned"))));
        assertThat(entries.get(3)).as("all on PC are in it").doesNotContainKey("include");
    }

    @Test
    void whereAnEventIsSwitchedOffItsOverridesAreItsFallbackAndItHasNoContent() {
        var event = of("feast", List.of(), List.of());
        var off = new Catalogue(1, List.of(new Published(revision(event), NOW, new TreeSet<>(Set.of("eu-west")))));

        var there = entries(TimelineRules.sheets(off, PC, 1, NOW, POLICY).getFirst())
                .getFirst();
        var elsewhere = entries(TimelineRules.sheets(off, new Place("pc", "us-east"), 1, NOW, POLICY)
                        .getFirst())
                .getFirst();

        assertThat(there).containsEntry("killed", true).doesNotContainKeys("flags", "content");
        assertThat(elsewhere).containsEntry("flags", Map.of("xp", 2)).doesNotContainKey("killed");
    }

    @Test
    void playersOfAPlaceAreToldWhatFlagsAreThereWithVariantsThatAreForSomeOfThem() {
        var crowd = new Flag(
                "crowd",
                Flag.Type.INTEGER,
                40,
                List.of(
                        new Flag.Variant("new", Map.of("level", List.of(1)), 10),
                        new Flag.Variant("phone", Map.of("platform", List.of("ios")), 20)),
                "How many.",
                "world");
        var decor = new Flag(
                "decor",
                Flag.Type.TEXT,
                "plain",
                List.of(new Flag.Variant("phone", Map.of("platform", List.of("ios")), "simple")),
                "How.",
                "world");
        var flags = new Flags(new TreeMap<>(Map.of("crowd", crowd, "decor", decor)));

        var pc = TimelineRules.sheets(catalogue(), PC, 1, NOW, POLICY, flags).getFirst();
        var ios = TimelineRules.sheets(catalogue(), new Place("ios", "eu-west"), 1, NOW, POLICY, flags)
                .getFirst();

        Map<String, Object> some = Map.of("flag", "crowd", "when", Map.of("level", List.of(1)), "value", 10);
        Map<String, Object> others = Map.of("flag", "crowd", "when", Map.of(), "value", 20);
        assertThat(pc.body())
                .containsEntry("flags", Map.of("crowd", 40, "decor", "plain"))
                .containsEntry("variants", List.of(some));
        assertThat(ios.body())
                .containsEntry("flags", Map.of("crowd", 40, "decor", "simple"))
                .containsEntry("variants", List.of(some, others));
    }

    @Test
    void stepsOfARampAreTheSheetsOfTheirMomentsAndAHeldOneHasNoMoreOfThem() {
        var ramp = new Ramp(
                List.of(
                        new Step(1, List.of("eu-west"), Duration.ZERO),
                        new Step(20, List.of(), Duration.ofHours(1)),
                        new Step(100, List.of(), Duration.ofHours(2))),
                List.of("errors"));
        var event = Given.with(event("feast", Given.calendar("2027-03-01T18:00", "P1D", UTC)), ramp);
        var six = Instant.parse("2027-03-01T18:00:00Z");

        var going = new Catalogue(1, List.of(new Published(revision(event), NOW, new TreeSet<>())));
        var held = new Catalogue(
                1,
                List.of(new Published(
                        revision(event), NOW, new TreeSet<>(), Optional.of(new RampState(true, 0, NOW)))));
        var off = new Catalogue(
                1,
                List.of(new Published(
                        revision(event), NOW, new TreeSet<>(), Optional.of(new RampState(true, -1, NOW)))));

        assertThat(percents(going, PC))
                .isEqualTo(Map.of(six, 1, six.plusSeconds(3600), 20, six.plusSeconds(7200), 100));
        assertThat(percents(going, new Place("pc", "us-east")))
                .isEqualTo(Map.of(six.plusSeconds(3600), 20, six.plusSeconds(7200), 100));
        assertThat(percents(held, PC).values()).containsOnly(1);
        assertThat(percents(off, PC)).isEmpty();
    }

    /** How many of a hundred have the event, by the sheet. */
    private static Map<Instant, Integer> percents(Catalogue catalogue, Place place) {
        var percents = new TreeMap<Instant, Integer>();
        for (var sheet : TimelineRules.sheets(catalogue, place, 1, NOW, POLICY)) {
            entries(sheet).forEach(entry -> percents.put(sheet.from(), (int) entry.getOrDefault("percent", 100)));
        }
        return percents;
    }

    @Test
    void aTimelineIsStaleFromHalfOfItsLifeOn() {
        var expires = NOW.plus(POLICY.life());

        assertThat(TimelineRules.isStale(expires, NOW.plus(Duration.ofHours(24)).minusSeconds(1), POLICY))
                .isFalse();
        assertThat(TimelineRules.isStale(expires, NOW.plus(Duration.ofHours(24)), POLICY))
                .isTrue();
    }

    private static LiveEvent event(String id, EventCalendar calendar) {
        return Given.event(id, calendar, Audience.ALL, Map.of());
    }

    private static LiveEvent of(String id, List<Map<String, Object>> include, List<Map<String, Object>> exclude) {
        var running = Given.calendar("2027-03-01T06:00", "P1D", UTC);
        return Given.event(id, running, new Audience(include, exclude, 100), Map.of("xp", 2));
    }

    private static Map<String, Object> with(Map<String, Object> pattern, String field, String value) {
        var more = new TreeMap<>(pattern);
        more.put(field, List.of(value));
        return more;
    }

    private static Catalogue catalogue(LiveEvent... events) {
        return new Catalogue(
                1,
                Arrays.stream(events)
                        .map(event -> new Published(revision(event), NOW, new TreeSet<>()))
                        .toList());
    }

    private static Revision revision(LiveEvent event) {
        return new Revision(1, "ann", NOW, event, Map.of());
    }

    private static List<Sheet> sheets(LiveEvent... events) {
        return TimelineRules.sheets(catalogue(events), PC, 1, NOW, POLICY);
    }

    private static List<String> at(Instant now, LiveEvent... events) {
        return events(
                TimelineRules.sheets(catalogue(events), PC, 1, now, POLICY).getFirst());
    }

    private static List<String> events(Sheet sheet) {
        return entries(sheet).stream().map(entry -> (String) entry.get("event")).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Sheet sheet) {
        return (List<Map<String, Object>>) Objects.requireNonNull(sheet.body().get("events"));
    }
}
