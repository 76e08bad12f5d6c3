package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff look at what will come of an event before anybody approves it. */
@Tag("stack")
final class LiveEventPlanTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:01Z");
    private static final String PATH = "/v1/live-event-plans";
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "audience":{"include":[{"platform":["switch"]}]},"capacity":{"peakFactor":2},
             "when":{"start":"2026-12-05T14:00","duration":"PT2H","time":"utc"},"overrides":{"xp.multiplier":2}}""";

    @Test
    void aPlanIsMadeOfTheStagesOwnPlayersAndEventsAndChangesNothing() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON))) {
            for (int number = 0; number < 3; number++) {
                game.signIn("planned-" + number);
            }
            game.stack().advance(Duration.ofMinutes(2));
            save(game, FEAST.replace("feast", "parade").replace("T14:00", "T15:00"));

            var plan = plan(game, "{\"event\":%s,\"occurrences\":2}".formatted(FEAST));
            assertThat(plan.at("/audience/seen").asInt()).isEqualTo(3);
            assertThat(plan.at("/audience/share").asDouble()).isEqualTo(1);
            assertThat(plan.at("/forecast/factor").asDouble())
                    .as("with the one that runs meanwhile")
                    .isEqualTo(3);
            assertThat(plan.at("/occurrences/0/from").asText()).isEqualTo("2026-12-05T14:00:00Z");
            assertThat(plan.path("phases")).hasSize(10);
            assertThat(plan.path("ok").asBoolean()).isFalse();
            assertThat(plan.path("findings").findValuesAsText("code")).contains("key-conflict");
            assertThat(game.get("/v1/live-events/feast", game.staff("viewer")).status())
                    .as("planned, and not saved")
                    .isEqualTo(404);

            var saved = plan(game, "{\"saved\":\"parade\"}");
            assertThat(saved.path("event").asText()).isEqualTo("parade");
            assertThat(saved.path("ok").asBoolean()).isTrue();
            var desktops = plan(game, "{\"event\":%s}".formatted(FEAST.replace("\"switch\"", "\"pc\"")));
            assertThat(desktops.at("/audience/in").asInt()).isZero();
            assertThat(desktops.path("findings").findValuesAsText("code"))
                    .contains("empty-audience")
                    .doesNotContain("key-conflict");
            var wrong = FEAST.replace("\"switch\"", "{\"numeric\":[\">\",\"x\"]}");
            assertThat(plan(game, "{\"event\":%s}".formatted(wrong)).path("findings"))
                    .anySatisfy(finding ->
                            assertThat(finding.path("pointer").asText()).isEqualTo("/audience/include/0"));
            var frozen = plan(game, "{\"event\":%s}".formatted(FEAST.replace("2026-12-05", "2026-12-24")));
            assertThat(frozen.path("findings").findValuesAsText("code")).contains("freeze");
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    @Test
    void aPlanOfWhatRunsSaysWhatItsPublicationWouldBeRefusedFor() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON))) {
            var running = FEAST.replace("2026-12-05T14:00", "2026-12-01T11:00");
            save(game, running);
            for (var step : List.of("approval/approver/bea", "publication/operator/cid")) {
                var parts = step.split("/", -1);
                var path = "/v1/live-events/feast/" + parts[0];
                var answer = game.send("PUT", path, game.staff(parts[1], parts[2]), "{\"revision\":1}");
                assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
            }

            var moved = plan(game, "{\"event\":%s}".formatted(running.replace("T11:00", "T11:30")));
            assertThat(moved.path("ok").asBoolean()).isFalse();
            assertThat(moved.path("findings").findValuesAsText("code")).containsOnlyOnce("running");
            assertThat(plan(game, "{\"saved\":\"feast\"}").path("ok").asBoolean())
                    .isTrue();

            var parade = "{\"event\":%s}".formatted(running.replace("feast", "parade"));
            assertThat(plan(game, parade).path("findings").findValuesAsText("code"))
                    .contains("key-conflict");
            var withdrawn = game.delete("/v1/live-events/feast/publication", game.staff("operator", "cid"));
            assertThat(withdrawn.status()).isEqualTo(200);
            assertThat(plan(game, parade).path("findings").findValuesAsText("code"))
                    .as("it was taken away, and nobody has written it anew")
                    .doesNotContain("key-conflict");
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadHasFindingsWhatCannotBeAskedIsRefused() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON))) {
            var faulty = plan(game, "{\"event\":{\"event\":\"feast\",\"owner\":7}}");
            assertThat(faulty.path("ok").asBoolean()).isFalse();
            assertThat(faulty.path("findings").findValuesAsText("pointer")).contains("/owner", "/when");
            assertThat(status(game, "{\"saved\":\"nobody-knows\"}")).isEqualTo(404);
            assertThat(status(game, "{}")).isEqualTo(400);
            assertThat(status(game, "{\"saved\":\"feast\",\"event\":{}}")).isEqualTo(400);
            assertThat(status(game, "{\"saved\":\"feast\",\"occurrences\":21}")).isEqualTo(400);
            assertThat(status(game, "{\"event\":[]}")).isEqualTo(400);
            assertThat(Guest.on(game, "nobody")
                            .send("POST", PATH, "{\"saved\":\"feast\"}")
                            .status())
                    .as("no player plans")
                    .isIn(401, 403);
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    private static JsonNode plan(Game game, String body) {
        var answer = game.send("POST", PATH, game.staff("viewer"), body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static int status(Game game, String body) {
        return game.send("POST", PATH, game.staff("viewer"), body).status();
    }

    private static void save(Game game, String event) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + game.staff("author", "ann"));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"0\"");
        var id = Json.parse(event).orElseThrow().path("event").asText();
        var answer = game.send("PUT", "/v1/live-events/" + id, headers, event);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }
}
