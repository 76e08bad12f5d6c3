package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.Share;
import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Players are shown variants of an experiment, and staff see how the groups came out. */
@Tag("stack")
final class ExperimentsTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String PATH = "/v1/live-events/feast/experiment";
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"PT2H","time":"utc"},"overrides":{"xp.multiplier":2},
             "experiment":{"id":"pace","holdout":10,"variants":[
               {"name":"slow","percent":45,"overrides":{"xp.multiplier":1}},
               {"name":"fast","percent":45,"overrides":{"xp.multiplier":3}}]}}""";

    @Test
    void aPlayerKeepsTheirVariantStaffSeeTheGroupsAndWhoIsErasedIsInNoneOfTheLists() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            change(game, "author", "ann", "", FEAST, "0");
            change(game, "approver", "bea", "/approval", "{\"revision\":1}", "1");
            change(game, "operator", "cid", "/publication", "{\"revision\":1}", "2");
            var player = Guest.on(game, "guinea-pig");
            var early = player.send("GET", PATH, "");
            assertThat(early.status()).as("what does not run is not there").isEqualTo(404);
            assertThat(early.text("/type")).contains("experiment-not-found");

            game.stack().advance(Duration.ofMinutes(121));
            var groups = new TreeSet<String>();
            for (int number = 0; number < 12; number++) {
                groups.add(Guest.on(game, "pig-" + number).send("GET", PATH, "").text("/group"));
            }
            assertThat(groups).contains("slow", "fast");
            var signedIn = game.signIn("guinea-pig-2");
            var pig = Guest.of(game, signedIn);
            var first = pig.send("GET", PATH, "");
            assertThat(first.status()).isEqualTo(200);
            var again = pig.send("GET", PATH, "");
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(again.header("lifeverse-cost")).contains("reads=1.5", "writes=0");
            var figures = game.get("/v1/live-events/feast/experiment-figures", game.staff("viewer"));
            assertThat(figures.json().path("groups").findValues("players").stream()
                            .mapToInt(count -> count.asInt())
                            .sum())
                    .isEqualTo(13);
            assertThat(figures.json().path("mismatch").asBoolean()).isFalse();
            int had = first.json().at("/flags/xp.multiplier").asInt(2);
            assertThat(previewed(game, pig.playerId()))
                    .as("what a preview says is what the player is given")
                    .isEqualTo(had);
            for (var shares : List.of(List.of("98", "1"), List.of("1", "98"))) {
                var version = game.get("/v1/live-events/feast", game.staff("viewer"))
                        .json()
                        .path("version")
                        .asInt();
                var shifted = FEAST.replace("\"holdout\":10", "\"holdout\":1")
                        .replaceFirst("45", shares.getFirst())
                        .replaceFirst("45", shares.getLast());
                change(game, "author", "ann", "", shifted, "" + version);
                var revision = "{\"revision\":%d}".formatted(version / 3 + 1);
                change(game, "approver", "bea", "/approval", revision, "");
                change(game, "operator", "cid", "/publication", revision, "" + (version + 2));
                assertThat(previewed(game, pig.playerId()))
                        .as("and what they keep, whatever the shares become")
                        .isEqualTo(had);
            }

            game.stack().advance(Duration.ofMinutes(61));
            assertThat(Traces.of(game).objectsWith("experiment.exposed.v1"))
                    .as("told")
                    .isNotEmpty();
            assertThat(Traces.of(game).tablesWith(pig.playerId())).contains("ExperimentsTable");
            pig = Guest.of(game, game.signIn("guinea-pig-2"));
            assertThat(pig.send("POST", "/v1/data-erasures", "").status()).isEqualTo(202);
            game.stack().settle();
            game.stack().advance(Duration.ofMinutes(6));
            assertThat(Traces.of(game).tablesWith(pig.playerId())).doesNotContain("ExperimentsTable");
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    @Test
    void whoTheEventIsNotForIsGivenNothingAndCountsForNoGroup() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            var halved = FEAST.replace("\"labels\"", "\"audience\":{\"percent\":50},\"labels\"");
            change(game, "author", "ann", "", halved, "0");
            change(game, "approver", "bea", "/approval", "{\"revision\":1}", "1");
            change(game, "operator", "cid", "/publication", "{\"revision\":1}", "2");
            game.stack().advance(Duration.ofMinutes(121));
            for (int number = 0; number < 12; number++) {
                var pig = Guest.on(game, "pig-" + number);
                assertThat(pig.send("GET", PATH, "").status())
                        .isEqualTo(Share.of("feast", pig.playerId()) < 50 ? 200 : 404);
            }
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    @Test
    void whatHappensEachDayRunsForAllWhoAskWhileTheDaysBeforeAreStillInReview() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            var daily = FEAST.replace("2026-12-01T14:00", "2026-11-24T11:30")
                    .replace(
                            "\"time\":\"utc\"}",
                            "\"time\":\"utc\",\"repeat\":{\"rule\":\"FREQ=DAILY\"}},\"phases\":{\"review\":\"P5D\"}")
                    .replace("\"holdout\":10", "\"holdout\":0")
                    .replaceFirst("45", "50")
                    .replaceFirst("45", "50");
            change(game, "author", "ann", "", daily, "0");
            change(game, "approver", "bea", "/approval", "{\"revision\":1}", "1");
            change(game, "operator", "cid", "/publication", "{\"revision\":1}", "2");
            game.stack().settle();

            assertThat(Guest.on(game, "guinea-pig").send("GET", PATH, "").status())
                    .isEqualTo(200);
            assertThat(game.get("/v1/live-events", game.staff("viewer")).text("/events/0/stage"))
                    .isEqualTo("running");
            var times = game.send("GET", "/v1/timelines/pc/eu-west", Map.of(), "")
                    .json()
                    .at("/events/0/times");
            long today = Instant.parse("2026-12-01T11:30:00Z").getEpochSecond();
            assertThat(times.get(times.size() - 1).get(1).asLong()).isEqualTo(today);
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    private static int previewed(Game game, String playerId) {
        return game.send("POST", "/v1/live-event-previews", game.staff("viewer"), """
                        {"player":{"playerId":"%s","platform":"pc","region":"eu-west"}}""".formatted(playerId))
                .json()
                .at("/flags/xp.multiplier/value")
                .asInt();
    }

    private static void change(Game game, String role, String name, String path, String body, String version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        var answer = game.send("PUT", "/v1/live-events/feast" + path, headers, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201);
    }
}
