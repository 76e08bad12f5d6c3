package com.lifeverse.liveops.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.calendar.Phases;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of an event that happens again and again a timeline has a few occurrences: whoever reads it must be led to the same phase by it. */
@Tag("rules")
final class TimelineOccurrencesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Place PC = new Place("pc", "eu-west");
    private static final int MOST = 3;
    private static final LiveopsPolicy POLICY = new LiveopsPolicy(
            Duration.ofDays(2), Duration.ofSeconds(30), Duration.ofSeconds(5), MOST, 65_536, Duration.ofMinutes(15));
    private static final List<Phase> FIRST = List.of(Phase.ENDING_SOON, Phase.ACTIVE, Phase.PREVIEW, Phase.REVIEW);
    private static final List<Phase> BY_PLACE =
            List.of(Phase.HIDDEN, Phase.PREVIEW, Phase.ACTIVE, Phase.ENDING_SOON, Phase.REVIEW, Phase.CONCLUDED);

    @ParameterizedTest(name = "{0} {1} {2}, preview {3}, review {4}")
    @CsvSource({
        "utc, FREQ=DAILY, PT2H, PT0S, P3D",
        "utc, FREQ=DAILY, PT6H, PT1H, P30D",
        "utc, FREQ=DAILY, PT6H, P3D, P3D",
        "utc, FREQ=HOURLY, PT30M, P2D, PT0S",
        "utc, FREQ=HOURLY, PT50M, PT5M, P1D",
        "utc, FREQ=HOURLY;COUNT=95, PT30M, P7D, P1D",
        "local, FREQ=DAILY, PT23H, PT0S, PT0S",
        "local, FREQ=DAILY, PT12H, P2D, P2D",
        "local, FREQ=DAILY;BYHOUR=8+12+19, PT1H, PT0S, PT0S",
        "local, FREQ=DAILY;BYHOUR=8+12+19, PT1H, PT30M, PT2H",
        "local, FREQ=HOURLY, PT50M, PT0S, PT0S",
        "local, FREQ=HOURLY;INTERVAL=6, PT5H, P1D, P1D",
        "local, FREQ=HOURLY;COUNT=95, PT50M, P5D, PT5M"
    })
    void wherePlayersAreByATimelineIsWhereTheyAreAtEveryOffsetAndMoment(
            String clocks, String rule, String length, String preview, String review) {
        var calendar = calendar(clocks, rule.replace("+", ","), length, preview, review);
        var sheets = sheets(published("feast", calendar, 10));

        for (var at = NOW; at.isBefore(NOW.plus(POLICY.life())); at = at.plus(Duration.ofMinutes(5))) {
            var known = times(inForce(sheets, at));
            for (int hours = -12; hours <= 14; hours++) {
                var offset = ZoneOffset.ofHours(hours);
                assertThat(phase(known, calendar, at, offset))
                        .as("%s at %s", at, offset)
                        .isEqualTo(shown(Phases.at(calendar, at, offset).phase()));
            }
        }
    }

    @Test
    void whatWasAnnouncedIsThereBeforeItRunsForAnybodySoThatAllFlipInTheSameSecond() {
        var calendar = calendar("utc", "FREQ=HOURLY;COUNT=95", "PT30M", "P7D", "P1D");
        var sheets = sheets(published("feast", calendar, 10));

        calendar.occurrences(NOW, ZoneOffset.UTC)
                .filter(occurrence -> occurrence.starts().isAfter(NOW))
                .takeWhile(occurrence -> occurrence.starts().isBefore(NOW.plus(POLICY.life())))
                .forEach(occurrence -> {
                    var held = times(inForce(sheets, occurrence.starts().minus(POLICY.poll())));
                    assertThat(phase(held, calendar, occurrence.starts(), ZoneOffset.UTC))
                            .as(occurrence.toString())
                            .contains(Phase.ACTIVE);
                });
    }

    @Test
    void ofManyInReviewThoseAreShownThatEndedLastAndNoMoreThanThereIsRoomFor() {
        var running = calendar("utc", "FREQ=DAILY", "PT2H", "PT0S", "P9D");

        var sheet = sheets(published("feast", running, 10)).getFirst();

        assertThat(times(sheet).stream().map(times -> Instant.ofEpochSecond(times.get(1))))
                .containsExactly(
                        Instant.parse("2027-02-27T11:30:00Z"),
                        Instant.parse("2027-02-28T11:30:00Z"),
                        Instant.parse("2027-03-01T11:30:00Z"));
    }

    @Test
    void whatRunsForSomebodyIsThereHoweverManyAreAndCountsWhenRoomIsAskedFor() {
        var published = new ArrayList<Published>();
        var hourly = calendar("local", "FREQ=HOURLY", "PT50M", "PT0S", "PT20M");
        for (int number = 0; number < 20; number++) {
            var next = published("feast-" + number, hourly, 2_000);
            var findings = new TimelineRoom(POLICY, Flags.NONE).findings(new Catalogue(1, published), next, NOW);
            if (findings.isEmpty()) {
                published.add(next);
            }
        }

        var sheets = TimelineRules.sheets(new Catalogue(1, published), PC, 1, NOW, POLICY);

        assertThat(times(sheets.getFirst())).hasSizeBetween(26, 29);
        assertThat(published).hasSizeBetween(15, 18);
        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.leftOut()).isEmpty());
        assertThat(sheets.stream()
                        .mapToLong(sheet -> JsonBytes.of(sheet.body()))
                        .max()
                        .orElseThrow())
                .isBetween(58_000L, 65_536L);
    }

    @Test
    void whatIsByOneClockHasNoMoreOfThemThanThePolicyAllows() {
        Stream.of("PT0S", "PT5M", "P7D")
                .map(preview -> calendar("utc", "FREQ=HOURLY", "PT50M", preview, "P3D"))
                .flatMap(calendar -> sheets(published("feast", calendar, 10)).stream())
                .forEach(sheet -> assertThat(times(sheet)).hasSize(MOST));
    }

    private static EventCalendar calendar(String clocks, String rule, String length, String preview, String review) {
        var whose = clocks.equals("utc") ? new Clocks.Utc() : new Clocks.PlayerLocal();
        var start = clocks.equals("utc") ? "2027-02-26T11:30" : "2027-02-26T00:00";
        return Given.again(Given.with(Given.calendar(start, length, whose), preview, "PT10M", review), rule);
    }

    private static Published published(String id, EventCalendar calendar, int size) {
        var event = Given.event(id, calendar, Audience.ALL, Map.of("blob", "x".repeat(size)));
        return new Published(new Revision(1, "ann", NOW, event, Map.of()), NOW, new TreeSet<>());
    }

    private static List<Sheet> sheets(Published published) {
        return TimelineRules.sheets(new Catalogue(1, List.of(published)), PC, 1, NOW, POLICY);
    }

    private static Sheet inForce(List<Sheet> sheets, Instant at) {
        return sheets.stream()
                .filter(sheet -> !sheet.from().isAfter(at))
                .max(Comparator.comparing(Sheet::from))
                .orElse(sheets.getFirst());
    }

    /** As the page for clients says it. */
    private static Optional<Phase> phase(
            List<List<Long>> known, EventCalendar calendar, Instant at, ZoneOffset offset) {
        boolean local = calendar.clocks() instanceof Clocks.PlayerLocal;
        long time = at.getEpochSecond() + (local ? offset.getTotalSeconds() : 0);
        return known.stream()
                .map(times -> BY_PLACE.get(
                        (int) times.stream().filter(begin -> begin <= time).count()))
                .filter(FIRST::contains)
                .min(Comparator.comparingInt(FIRST::indexOf));
    }

    private static Optional<Phase> shown(Phase phase) {
        return Optional.of(phase).filter(FIRST::contains);
    }

    @SuppressWarnings("unchecked")
    private static List<List<Long>> times(Sheet sheet) {
        var events =
                (List<Map<String, Object>>) Objects.requireNonNull(sheet.body().get("events"));
        return events.stream()
                .findFirst()
                .map(entry -> (List<List<Long>>) Objects.requireNonNull(entry.get("times")))
                .orElse(List.of());
    }
}
