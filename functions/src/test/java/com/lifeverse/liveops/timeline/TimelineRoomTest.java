package com.lifeverse.liveops.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TimelineRoomTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final LiveopsPolicy POLICY = new LiveopsPolicy(
            Duration.ofDays(2), Duration.ofSeconds(30), Duration.ofSeconds(5), 2, 65_536, Duration.ofMinutes(15));

    @Test
    void whatMakesATimelineTooLargeIsRefusedWithItsSizeAndTheLimit() {
        var four = catalogue(large(1), large(2), large(3), large(4));

        assertThat(findings(catalogue(large(1), large(2), large(3)), large(4))).isEmpty();
        assertThat(findings(four, large(5))).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message())
                    .matches("with it the timeline of .* in .* would have 7[0-9]{4} bytes from 2027-03-01T12:00:00Z on,"
                            + " and may have 65536: .*");
        });
    }

    @Test
    void whatIsShownAtAnotherTimeTakesNoRoom() {
        var four = catalogue(large(1), large(2), large(3), large(4));

        assertThat(findings(four, at("2027-03-10T06:04", "P9D", Audience.ALL))).isEmpty();
        assertThat(findings(four, at("2027-03-10T06:00", "P9D", Audience.ALL)))
                .as("for a minute, nine days from now")
                .extracting(Finding::code)
                .containsExactly("timeline-too-large");
        var weekly = published(Given.event(
                "large-5",
                Given.again(Given.calendar("2027-02-27T06:00", "P1D", new Clocks.Utc()), "FREQ=WEEKLY"),
                Audience.ALL,
                Map.of("blob", "x".repeat(14_500))));
        assertThat(findings(four, weekly)).as("next week").hasSize(1);
    }

    @Test
    void whatIsForAnotherPlaceTakesNoRoom() {
        var phones = new Audience(List.of(Map.of("platform", List.of("ios"))), List.of(), 100);
        var consoles = new Audience(List.of(Map.of("platform", List.of("xbox"))), List.of(), 100);
        var four = new ArrayList<Published>();
        IntStream.rangeClosed(1, 4).forEach(number -> four.add(at("2027-03-01T06:0" + number, "P9D", phones, number)));

        assertThat(findings(new Catalogue(1, four), at("2027-03-01T06:05", "P9D", consoles)))
                .isEmpty();
        assertThat(findings(new Catalogue(1, four), at("2027-03-01T06:05", "P9D", phones)))
                .hasSize(1);
    }

    @Test
    void whereThereIsNoRoomAlreadyAnEventMayStillBecomeSmaller() {
        var six = catalogue(large(1), large(2), large(3), large(4), large(5), large(6));

        assertThat(findings(six, small())).as("another small one").hasSize(1);
        var shrunk = published(
                Given.event("large-6", large(6).revision().event().calendar(), Audience.ALL, Map.of("blob", "x")));
        assertThat(findings(six, shrunk)).isEmpty();
    }

    @Test
    void whatHasRoomIsMadeWithRoomForAll() {
        var published = new ArrayList<Published>();
        for (int number = 0; number < 40; number++) {
            var start = Given.calendar("2027-02-2%dT06:00".formatted(number % 8), "PT5H", new Clocks.PlayerLocal());
            Map<String, Object> blob = Map.of("blob", "\u00e4\n\"\ud83c\udf89" + "x".repeat(3_000));
            var next = Given.event("feast-" + number, Given.again(start, "FREQ=DAILY"), Audience.ALL, blob);
            if (findings(new Catalogue(1, published), published(next)).isEmpty()) {
                published.add(published(next));
            }
        }

        var sheets = TimelineRules.sheets(new Catalogue(1, published), new Place("pc", "eu-west"), 1, NOW, POLICY);
        assertThat(published).hasSize(20);
        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.leftOut()).isEmpty());
        assertThat(sheets.stream()
                        .mapToLong(sheet -> JsonBytes.of(sheet.body()))
                        .max()
                        .orElseThrow())
                .isBetween(60_000L, 65_536L);
    }

    private static List<Finding> findings(Catalogue catalogue, Published wanted) {
        return new TimelineRoom(POLICY, Flags.NONE).findings(catalogue, wanted, NOW);
    }

    private static Published small() {
        return published(Given.event(Given.calendar("2027-03-01T06:00", "P9D", new Clocks.Utc())));
    }

    private static Published large(int number) {
        return at("2027-03-01T06:0" + number, "P9D", Audience.ALL, number);
    }

    private static Published at(String start, String length, Audience audience) {
        return at(start, length, audience, 5);
    }

    private static Published at(String start, String length, Audience audience, int number) {
        return published(Given.event(
                "large-" + number,
                Given.calendar(start, length, new Clocks.Utc()),
                audience,
                Map.of("blob", "x".repeat(14_500))));
    }

    private static Catalogue catalogue(Published... published) {
        return new Catalogue(1, List.of(published));
    }

    private static Published published(LiveEvent event) {
        return new Published(new Revision(1, "ann", NOW, event, Map.of()), NOW, new TreeSet<>());
    }
}
