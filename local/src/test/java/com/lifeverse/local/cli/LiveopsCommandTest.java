package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("contracts")
final class LiveopsCommandTest {
    private static final Path EXAMPLES =
            Home.directory().resolve("live-events").toAbsolutePath().normalize();

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void aPlanShowsWhatComesNextByTheClocksOfTheWorld() throws IOException {
        var document = planned(Exit.FINE, EXAMPLES, "2027-03-20T00:00:00Z");

        assertThat(document.path("command").asText()).isEqualTo("liveops plan");
        assertThat(document.path("ok").asBoolean()).isTrue();
        var race = event(document, "weekly-race");
        assertThat(race.path("occurrences").findValuesAsText("from"))
                .startsWith("2027-03-21T18:00:00Z", "2027-03-28T17:00:00Z", "2027-04-04T17:00:00Z")
                .doesNotContain("2027-04-11T17:00:00Z");
        assertThat(race.path("phases").path(0).path("zone").asText()).isEqualTo("America/Los_Angeles");
        assertThat(race.path("phases").path(0).path("active").asText()).isEqualTo("2027-03-21T11:00");
        var festival = event(document, "weekend-festival");
        assertThat(festival.path("occurrences")).isEmpty();
        assertThat(festival.path("rewardsAPlayer").toString()).isEqualTo("{\"lantern\":1,\"dragon-kite\":1}");
        assertThat(document.path("findings").findValuesAsText("code")).contains("over", "utc-shift");
    }

    @Test
    void aCalendarShowsTheWeeksToComeAsLinesAndAsAPage() throws IOException {
        var page = directory.resolve("weeks.html");
        var text = run(
                Exit.FINE,
                "liveops",
                "calendar",
                EXAMPLES.toString(),
                "--at",
                "2026-12-02T00:00:00Z",
                "--html",
                page.toString());
        assertThat(text.lines().toList())
                .contains(
                        "                 30 Nov  7 Dec   14 Dec  21 Dec",
                        "weekend-festival ..--=== =+..... ....... .......");
        assertThat(Files.readString(page))
                .contains("Weekend Festival", "<td class=\"active\" title=\"Fri 4 Dec 2026: active\">=</td>");
        var document = Json.read(run(
                Exit.FINE,
                "liveops",
                "calendar",
                EXAMPLES.toString(),
                "--at",
                "2026-12-02T00:00:00Z",
                "--weeks",
                "1",
                "--json"));
        assertThat(document.at("/result/1/days").toString())
                .isEqualTo("[\"hidden\",\"hidden\",\"preview\",\"preview\",\"active\",\"active\",\"active\"]");
        run(Exit.USAGE, "liveops", "calendar", EXAMPLES.toString(), "--weeks", "53");
    }

    @Test
    void aCapacityScheduleShowsWhatStandsReadyWhenAndWhichEventsAskForIt() throws IOException {
        var text = run(
                Exit.FINE,
                "liveops",
                "capacity",
                EXAMPLES.toString(),
                "--at",
                "2026-12-02T00:00:00Z",
                "--stage",
                "prod");
        assertThat(text.lines().map(line -> line.replaceAll(" +", " ")).toList())
                .contains(
                        "2026-12-04 03:15 function sign-in 0 38 2.5 x weekend-festival",
                        "2026-12-07 12:15 function sign-in 38 0 1.0 x nothing asks for it",
                        "2026-12-07 12:15 table live 875/875 stays 1.0 x nothing asks for it");
        var document = Json.read(run(
                Exit.FINE,
                "liveops",
                "capacity",
                EXAMPLES.toString(),
                "--at",
                "2027-04-03T00:00:00Z",
                "--weeks",
                "1",
                "--json"));
        assertThat(document.path("result").findValuesAsText("at"))
                .as("at seven by the clocks of Berlin's summer")
                .containsExactly("2027-04-04T16:15:00Z", "2027-04-04T19:15:00Z");
        assertThat(document.at("/result/0/changes/0").toString())
                .isEqualTo("{\"target\":\"sign-in\",\"from\":\"0\",\"to\":\"8\"}");
        run(Exit.USAGE, "liveops", "capacity", EXAMPLES.toString(), "--stage", "moon");
    }

    private static String run(int exit, String... arguments) {
        var out = new StringWriter();
        assertThat(Dev.run(new PrintWriter(out), arguments)).isEqualTo(exit);
        return out.toString();
    }

    @Test
    void anErrorIsToldWithItsPlaceAndMakesThePlanFail() throws IOException {
        var festival = Files.readString(EXAMPLES.resolve("weekend-festival.yaml"));
        Files.writeString(directory.resolve("weekend-festival.yaml"), festival);
        Files.writeString(
                directory.resolve("late-festival.yaml"),
                festival.replace("event: weekend-festival", "event: late-festival")
                        .replace("2026-12-04T18:00", "2026-12-06T23:00"));
        Files.writeString(directory.resolve("odd.yaml"), "event: odd\ncolour: red\n");
        var document = planned(Exit.FINDINGS, directory, "2026-11-21T00:00:00Z");

        assertThat(document.path("ok").asBoolean()).isFalse();
        assertThat(document.path("findings").findValuesAsText("code")).contains("key-conflict", "form");
        assertThat(document.path("findings").findValuesAsText("pointer"))
                .contains(
                        directory.resolve("late-festival.yaml") + "#/overrides/xp.multiplier",
                        directory.resolve("odd.yaml") + "#/colour");
    }

    @Test
    void whatRewardsTitlesAndProgressNeedIsLookedForBeforeAnybodyMissesIt() throws IOException {
        var festival = Files.readString(EXAMPLES.resolve("weekend-festival.yaml"));
        Files.writeString(
                directory.resolve("weekend-festival.yaml"),
                festival.replace("item: dragon-kite", "item: dragon-kit")
                        .replace("de: Wochenendfest", "de: 5")
                        .replace("trigger: festival-objective", "trigger: festival-objectiv"));
        var document = planned(Exit.FINDINGS, directory, "2026-11-21T00:00:00Z");

        var place = directory.resolve("weekend-festival.yaml") + "#";
        assertThat(document.path("findings"))
                .extracting(
                        finding -> finding.path("severity").asText(),
                        finding -> finding.path("code").asText(),
                        finding -> finding.path("pointer").asText())
                .contains(
                        tuple("error", "unknown-item", place + "/rewards/1/grant/item"),
                        tuple("error", "no-text", place + "/title/de"),
                        tuple("warning", "dependency-missing", place + "/progress/trigger"));
    }

    @Test
    void linesForPeopleSayTheSame() {
        var out = new StringWriter();

        assertThat(Dev.run(
                        new PrintWriter(out), "liveops", "plan", EXAMPLES.toString(), "--at", "2026-11-21T00:00:00Z"))
                .isEqualTo(Exit.FINE);
        assertThat(out.toString())
                .contains("Weekend Festival (festival)")
                .contains("2026-12-04T18:00  runs from 2026-12-04T04:00:00Z until 2026-12-07T12:00:00Z")
                .contains("Europe/Berlin          Wed 02 Dec 18:00  Fri 04 Dec 18:00")
                .contains("3 events, 2 findings, 0 of them errors");
    }

    @Test
    void aPlanSaysForHowManyAnEventIsWhatItTakesOfTheAccountAndWhatOthersNeedTheTimeFor() throws IOException {
        Files.createDirectories(directory.resolve("plan"));
        for (var file : List.of("weekend-festival.yaml", "plan/capacity.yaml", "plan/freezes.yaml")) {
            Files.copy(EXAMPLES.resolve(file), directory.resolve(file));
        }
        var profiles = directory.resolve("profiles.jsonl");
        Files.writeString(profiles, """
                {"playerId":"ply_1","profile":{"platform":"pc","tags":[]}}
                {"playerId":"ply_2","clientVersion":"1.4.0","profile":{"platform":"ios","tags":[]}}

                {"playerId":"ply_3","profile":{"platform":"switch","tags":["banned"]}}
                {"playerId":"ply_4","profile":{"platform":"switch","tags":[]}}
                """);
        var said = run(
                Exit.FINE,
                "liveops",
                "plan",
                directory.toString(),
                "--at",
                "2026-11-21T00:00:00Z",
                "--profiles",
                profiles.toString());
        assertThat(said)
                .contains("is for 50.0 % of players, give or take 49.0 (2 of a sample of 4)")
                .contains("takes 1,750 of 10,000 requests/s of HTTP API requests at its peak")
                .contains("for 125,000 players at most", "can give away 125,000 lantern");

        edit("plan/freezes.yaml", "2026-12-18T00:00:00Z", "2026-12-07T00:00:00Z");
        edit("plan/capacity.yaml", "requestsPerSecond: 700", "requestsPerSecond: 5000");
        var document = planned(Exit.FINDINGS, directory, "2026-11-21T00:00:00Z");
        assertThat(document.path("findings").findValuesAsText("code")).contains("freeze", "quota-exceeded");
        assertThat(document.at("/result/0/forecast/quotas/0/share").asDouble()).isEqualTo(1.25);
        assertThat(document.at("/result/0").has("audience")).isFalse();
        Files.writeString(profiles, "{}");
        run(Exit.USAGE, "liveops", "plan", directory.toString(), "--profiles", profiles.toString());
        run(Exit.USAGE, "liveops", "plan", directory.toString(), "--profiles", "nowhere.jsonl");
    }

    private void edit(String file, String before, String after) throws IOException {
        var path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replace(before, after));
    }

    @Test
    void aFolderThatIsNoneOrEmptyIsAMistakeOfTheCaller() throws IOException {
        assertThat(planned(Exit.USAGE, directory, "2026-11-21T00:00:00Z")
                        .path("ok")
                        .asBoolean())
                .isFalse();
        planned(Exit.USAGE, directory.resolve("nowhere"), "2026-11-21T00:00:00Z");
        planned(Exit.USAGE, EXAMPLES, "tomorrow");
    }

    private static JsonNode planned(int exit, Path folder, String at) throws IOException {
        return Json.read(run(exit, "liveops", "plan", folder.toString(), "--at", at, "--json"));
    }

    private static JsonNode event(JsonNode document, String name) {
        for (var event : document.path("result")) {
            if (event.path("event").asText().equals(name)) {
                return event;
            }
        }
        throw new AssertionError("There is no " + name);
    }
}
