package com.lifeverse.liveops.event.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.Length;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.ShippedFiles;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class LiveEventFileTest {
    private static final String HEAD = """
        event: feast
        type: festival
        title: { en: Feast, pt-BR: Festa }
        labels: [seasonal]
        owner: liveops-europe
        escalation: [liveops-europe]
        runbook: runbooks/live-event.md
        accessibility: No flashing effects at all.
        """;
    private static final String WHEN = "when: { start: \"2026-12-04T18:00\", duration: P2DT6H, time: player-local }\n";

    @Test
    void aFileIsReadAsTheEventItDescribes() {
        var event = sound(HEAD + """
            when:
              start: "2027-03-07T19:00"
              duration: PT2H
              time: Europe/Berlin
              repeat: { rule: "FREQ=WEEKLY;BYDAY=SU", activeTo: "2027-12-01T00:00", except: ["2027-04-11T19:00"] }
            phases: { preview: P1D, endingSoon: PT15M, review: PT12H }
            audience: { include: [{ platform: ["pc"] }, { platform: ["switch"] }], exclude: [{ tags: ["banned"] }], percent: 20 }
            clientVersions: { from: "1.2.0", below: "2.0.0" }
            overrides: { "xp.multiplier": 2 }
            progress: { trigger: laps, scope: global }
            rewards: [{ tier: 1, at: 3, grant: { item: lantern, amount: 2 } }]
            requires: [overture]
            capacity: { peakFactor: 2.5 }
            content: { decor: lanterns }
            """);

        assertThat(event.about().title()).containsEntry("pt-BR", "Festa");
        assertThat(event.calendar().clocks()).isEqualTo(new Clocks.Zone(ZoneId.of("Europe/Berlin")));
        assertThat(event.calendar().stages().preview()).isEqualTo(Length.parse("P1D"));
        assertThat(event.calendar().recurrence()).hasValueSatisfying(again -> {
            assertThat(again.to()).contains(LocalDateTime.parse("2027-12-01T00:00"));
            assertThat(again.excluded()).containsExactly(LocalDateTime.parse("2027-04-11T19:00"));
        });
        assertThat(event.audience().only("platform")).contains(Set.of("pc", "switch"));
        assertThat(event.audience().percent()).isEqualTo(20);
        assertThat(event.clients().has("1.9.12")).isTrue();
        assertThat(event.clients().has("2.0.0")).isFalse();
        assertThat(event.clients().has("1.1.9")).isFalse();
        assertThat(event.overrides()).isEqualTo(Map.of("xp.multiplier", 2));
        assertThat(event.progress()).contains(new Progress("laps", true));
        assertThat(event.rewards()).containsExactly(new Reward(1, 3, "lantern", 2));
        assertThat(event.requires()).containsExactly("overture");
        assertThat(event.peakFactor()).isEqualTo(2.5);
        assertThat(event.content()).containsEntry("decor", "lanterns");
    }

    @Test
    void whatIsLeftOutIsForEverybodyAndChangesNothing() {
        var event = sound(HEAD + WHEN);

        assertThat(event.calendar().recurrence()).isEmpty();
        assertThat(event.calendar().stages().review()).isEqualTo(Length.NONE);
        assertThat(event.audience().percent()).isEqualTo(100);
        assertThat(event.audience().canHave("platform", "ios")).isTrue();
        assertThat(event.overrides()).isEmpty();
        assertThat(event.progress()).isEqualTo(Optional.empty());
        assertThat(event.peakFactor()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        colour: red                                    | /colour            | is not known here
        overrides: { "XP multiplier": 2 }              | /overrides/XP multiplier | must have a name that matches
        content: { decor: lanterns, laps: 3 }          | /content/laps      | is not known here
        rewards: [{ tier: 1, at: 3 }]                  | /rewards/0/grant   | is required
        phases: { preview: P1M }                       | /phases/preview    | must be a length such as P2DT6H
        phases: { endingSoon: soon }                   | /phases/endingSoon | must
        audience: { percent: 101 }                     | /audience/percent  | must be at most 100
        clientVersions: { from: "1.2" }                | /clientVersions/from | must match
        escalation: []                                 |                    | is not YAML
        """)
    void whatDoesNotFitIsToldWithItsPlace(String line, String pointer, String message) {
        assertThat(violations(HEAD + WHEN + line)).anySatisfy(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer == null ? "" : pointer);
            assertThat(violation.message()).startsWith(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { start: "2026-12-04T25:00", duration: P1D, time: utc }                                   | /when/start
        { start: "2026-12-04", duration: P1D, time: utc }                                         | /when/start
        { start: "2026-12-04T18:00", duration: PT0S, time: utc }                                  | /when/duration
        { start: "2026-12-04T18:00", duration: P2Y, time: utc }                                   | /when/duration
        { start: "2026-12-04T18:00", duration: P1D, time: Europe/Atlantis }                       | /when/time
        { start: "2026-12-04T18:00", duration: P1D, time: "+01:00" }                              | /when/time
        { start: "2026-12-04T18:00", duration: P1D, time: utc, repeat: { rule: "FREQ=SOON" } }    | /when/repeat/rule
        { start: "2026-12-04T18:00", duration: P1D, time: utc, repeat: { rule: "FREQ=MINUTELY" } } | /when/repeat/rule
        { start: "2026-12-04T18:00", duration: P1D, time: utc, repeat: { rule: "FREQ=DAILY", except: ["x"] } } | /when/repeat/except/0
        """)
    void aTimeThatIsNoneIsToldWithItsPlace(String when, String pointer) {
        assertThat(violations(HEAD + "when: " + when + "\n"))
                .extracting(Violation::pointer)
                .contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30  | never has a time
        FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30   | never has a time
        FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6     | never has a time
        FREQ=DAILY;INTERVAL=2147483647       | has an INTERVAL
        FREQ=HOURLY;COUNT=2147483647         | has a COUNT
        FREQ=HOURLY;BYMINUTE=0,10,20         | has several times an hour
        FREQ=DAILY;UNTIL=2027                | '''FREQ=DAILY;UNTIL=2027'' is no recurrence rule'
        FREQ=DAILY;UNTIL=20270101;COUNT=3    | '''FREQ=DAILY;UNTIL=20270101;COUNT=3'' is no recurrence rule'
        """)
    void aRuleThatCannotBeReckonedIsToldWithItsPlace(String rule, String message) {
        assertThat(violations(HEAD + repeating("utc", rule))).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/when/repeat/rule");
            assertThat(violation.message()).startsWith(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;UNTIL=20270101T000000Z",
                "FREQ=DAILY;UNTIL=20270101",
                "FREQ=DAILY;UNTIL=20270101T180000",
                "FREQ=HOURLY;BYMONTH=12"
            })
    void theFormsOfRfc5545AreTakenWhateverTheClocks(String rule) {
        for (var clocks : List.of("utc", "Europe/Berlin", "player-local")) {
            var calendar = sound(HEAD + repeating(clocks, rule)).calendar();

            assertThat(calendar.occurrences(Instant.parse("2026-12-30T00:00:00Z"), ZoneOffset.UTC)
                            .findFirst())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        start: "0001-01-01T00:00"                                                               | /when/start
        start: "1999-12-31T23:59"                                                               | /when/start
        start: "2200-01-01T00:00"                                                               | /when/start
        start: "2026-12-04T18:00", repeat: { rule: "FREQ=DAILY", activeFrom: "9999-01-01T00:00" } | /when/repeat/activeFrom
        start: "2026-12-04T18:00", repeat: { rule: "FREQ=DAILY", activeTo: "2200-01-01T00:00"   } | /when/repeat/activeTo
        start: "2026-12-04T18:00", repeat: { rule: "FREQ=DAILY", except: ["0026-12-04T18:00"] }   | /when/repeat/except/0
        """)
    void aYearThatIsASlipOfThePenIsToldAndWhatWasSavedWithOneIsStillRead(String when, String pointer) {
        var text = HEAD + "when: { duration: P1D, time: utc, %s }\n".formatted(when);

        assertThat(violations(text)).containsExactly(new Violation(pointer, "must be in the years from 2000 to 2199"));
        assertThat(LiveEventFile.kept(document(text))).isInstanceOf(Reading.Sound.class);
    }

    @Test
    void whatIsMandatoryIsMissedByName() {
        assertThat(violations("event: feast\n"))
                .extracting(Violation::pointer)
                .contains("/type", "/title", "/labels", "/owner", "/escalation", "/runbook", "/accessibility", "/when");
    }

    @Test
    void aTypeIsOneThatHasASchema() {
        assertThat(violations(HEAD.replace("festival", "parade") + WHEN))
                .containsExactly(new Violation("/type", "has no schema in live-events/types"));
    }

    private static LiveEvent sound(String text) {
        assertThat(LiveEventFile.read(text)).isInstanceOf(Reading.Sound.class);
        return ((Reading.Sound) LiveEventFile.read(text)).file().event();
    }

    private static String repeating(String clocks, String rule) {
        return """
            when: { start: "2026-12-04T18:00", duration: PT5M, time: %s, repeat: { rule: "%s" } }
            """.formatted(clocks, rule);
    }

    private static JsonNode document(String text) {
        try {
            return ShippedFiles.yaml(text);
        } catch (JsonProcessingException none) {
            throw new AssertionError(none);
        }
    }

    private static List<Violation> violations(String text) {
        assertThat(LiveEventFile.read(text)).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty) LiveEventFile.read(text)).violations();
    }
}
