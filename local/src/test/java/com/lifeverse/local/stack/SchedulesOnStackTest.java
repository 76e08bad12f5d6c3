package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff publish schedules over HTTP, and time does the rest; on this stage somebody looks every ten minutes. */
@Tag("stack")
final class SchedulesOnStackTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String WEEK =
            "{\"event\":{\"type\":\"occasion.changed.v1\",\"payload\":{\"occasion\":\"week\",\"phase\":\"began\"}}}";

    @TempDir
    private Path data;

    private static ObjectNode schedule(String times, String zone, String start) {
        var schedule = Json.object()
                .put("schedule", "tried")
                .put("description", "For a test.")
                .put("owner", "liveops-europe")
                .put("runbook", "runbooks/schedules.md")
                .put("accessibility", "Nothing is shown by itself.")
                .put("zone", zone)
                .put("catchUp", "P1D");
        schedule.putArray("labels").add("seasonal");
        schedule.putArray("times").add(times);
        schedule.set("start", Json.read(start));
        return schedule;
    }

    private static Game.Answer publish(Game game, JsonNode schedule) {
        var base = game.get("/v1/trigger-publications", game.staff("viewer")).text("/inForce/revision");
        var body = Json.object().put("base", base).put("note", "a test");
        body.putArray("triggers");
        body.putArray("schedules").add(schedule);
        return game.send("POST", "/v1/trigger-publications", game.staff("approver"), body.toString());
    }

    /** The ledger, oldest first, each line as its time and what became of it. */
    private static List<String> ledger(Game game) {
        var runs = game.get("/v1/schedules/tried/runs", game.staff("viewer"))
                .json()
                .path("runs");
        return StreamSupport.stream(runs.spliterator(), false)
                .map(run -> run.path("intendedAt").asText().substring(11, 16) + " "
                        + run.path("outcome").asText())
                .toList()
                .reversed();
    }

    private static JsonNode run(Game game, int latest) {
        return game.get("/v1/schedules/tried/runs", game.staff("viewer")).json().at("/runs/" + latest);
    }

    private static void quiet(Game game) {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void hourInWhichNothingRanIsCaughtUpOnceWithItsLateness() {
        var options = StackOptions.of(Game.assembly()).keptIn(data);
        try (var game = Game.start(options.at(NOON.plusSeconds(1)))) {
            assertThat(publish(game, schedule("rate(20 minutes)", "UTC", WEEK)).status())
                    .isEqualTo(200);
            game.stack().advance(Duration.ofMinutes(21));
            assertThat(ledger(game)).containsExactly("12:20 told");
            quiet(game);
        }
        try (var game = Game.start(options.at(NOON.plus(Duration.ofMinutes(95))))) {
            game.stack().advance(Duration.ofMinutes(11));
            assertThat(ledger(game))
                    .containsExactly("12:20 told", "12:40 told", "13:00 told", "13:20 told", "13:40 told");
            assertThat(run(game, 3).path("latenessMs").asLong())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(55).toMillis());
            quiet(game);
        }
    }

    @Test
    void timeThatClocksShowTwiceComesOnce() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-10-24T21:00:00Z")))) {
            publish(game, schedule("cron(30 2 * * ? *)", "Europe/Berlin", WEEK));
            game.stack().advance(Duration.ofHours(6));
            assertThat(ledger(game)).containsExactly("00:30 told");
            var next = game.get("/v1/schedules/tried/upcoming?limit=2", game.staff("viewer"));
            assertThat(next.json().path("times").findValuesAsText("intendedAt"))
                    .containsExactly("2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z");
            quiet(game);
        }
    }

    @Test
    void workflowOfTheTimeBeforeIsEndedAndTheNextBegins() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            var occasion =
                    "{\"workflow\":{\"name\":\"occasion\",\"input\":{\"occasion\":\"happy-hour\",\"seconds\":%d}}}";
            publish(
                    game,
                    schedule("rate(20 minutes)", "UTC", occasion.formatted(1_500))
                            .put("overlap", "cancel-other"));
            game.stack().advance(Duration.ofMinutes(45));
            assertThat(ledger(game)).containsExactly("12:20 aborted", "12:40 running");
            assertThat(run(game, 1).path("detail").asText()).isEqualTo("Schedule.Cancelled");

            publish(game, schedule("rate(1 hour)", "UTC", occasion.formatted(60)));
            game.stack().advance(Duration.ofMinutes(35));
            assertThat(ledger(game)).containsExactly("12:20 aborted", "12:40 succeeded", "13:00 skipped");
            quiet(game);
        }
    }

    @Test
    void operatorsRunPauseAndMakeUpForItAndNobodyElseDoes() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            publish(game, schedule("rate(1 hour)", "UTC", WEEK));
            for (var role : List.of("viewer", "author", "approver")) {
                assertThat(runNow(game, role, "\"a\"").status()).as(role).isEqualTo(403);
            }
            assertThat(runNow(game, "operator", "a").text("/type")).isEqualTo("/problems/invalid-request");
            var first = runNow(game, "operator", "\"a\"");
            assertThat(first.text("/outcome")).isEqualTo("told");
            assertThat(first.text("/by")).isEqualTo("sam");
            assertThat(runNow(game, "operator", "\"a\"").text("/runId")).isEqualTo(first.text("/runId"));

            assertThat(runNow(game, "operator", "\"a\"", "{\"overlap\":\"allow-all\"}")
                            .text("/type"))
                    .isEqualTo("/problems/idempotency-key-reused");

            var operator = game.staff("operator");
            assertThat(game.send("PUT", "/v1/schedules/tried/pause", operator, "{\"note\":\"too loud\"}")
                            .text("/pause/note"))
                    .isEqualTo("too loud");
            game.stack().advance(Duration.ofMinutes(70));
            assertThat(ledger(game)).containsExactly("12:00 told");
            var resumed = game.delete("/v1/schedules/tried/pause", game.staff("operator"));
            assertThat(resumed.text("/paused")).as(resumed.response().body()).isEqualTo("false");

            var body = "{\"from\":\"2026-12-01T11:00:00Z\",\"to\":\"2026-12-01T13:00:00Z\"}";
            for (int again = 0; again < 2; again++) {
                assertThat(game.send("POST", "/v1/schedules/tried/backfills", game.staff("operator"), body)
                                .status())
                        .isEqualTo(200);
                game.stack().advance(Duration.ofMinutes(1));
            }
            assertThat(ledger(game)).containsExactly("11:00 told", "12:00 told", "12:00 told", "13:00 told");
            assertThat(game.get("/v1/schedules", game.staff("viewer")).text("/schedules/0/nextAt"))
                    .isEqualTo("2026-12-01T14:00:00Z");
            assertThat(game.get("/v1/schedules/no-such", game.staff("viewer")).text("/type"))
                    .isEqualTo("/problems/schedule-not-found");
            quiet(game);
        }
    }

    private static Game.Answer runNow(Game game, String role, String key) {
        return runNow(game, role, key, "{}");
    }

    private static Game.Answer runNow(Game game, String role, String key, String body) {
        return game.send(
                "POST",
                "/v1/schedules/tried/runs",
                Map.of(
                        "authorization",
                        "Bearer " + game.staff(role),
                        "content-type",
                        "application/json",
                        "idempotency-key",
                        key),
                body);
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndNothingIsPublished() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON))) {
            var wrong = schedule("cron(0 9 * * * *)", "UTC", "{\"workflow\":{\"name\":\"no-such\"}}");
            assertThat(publish(game, wrong).json().path("violations").toString())
                    .contains("/schedules/0/times/0", "Invalid Schedule Expression cron(0 9 * * * *).");
            wrong.withArray("times").removeAll().add("rate(1 hour)");
            assertThat(publish(game, wrong).json().path("violations").findValuesAsText("pointer"))
                    .containsExactly("/schedules/0/start/workflow/name");
            wrong.set("start", Json.read("{\"workflow\":{\"name\":\"signing-key-rotation\"}}"));
            assertThat(publish(game, wrong).json().path("violations").toString())
                    .contains("schedules may start it");
            wrong.set("start", Json.read("{\"event\":{\"type\":\"grant.made.v1\",\"payload\":{}}}"));
            assertThat(publish(game, wrong).json().path("violations").toString())
                    .contains("our own code relies on it");
            wrong.set("start", Json.read(WEEK));
            wrong.remove(List.of("owner", "runbook"));
            assertThat(publish(game, wrong).json().path("violations").findValuesAsText("pointer"))
                    .containsExactlyInAnyOrder("/schedules/0/owner", "/schedules/0/runbook");
            assertThat(game.get("/v1/schedules", game.staff("viewer"))
                            .json()
                            .path("schedules")
                            .findValuesAsText("schedule"))
                    .contains("weekly-turn");
        }
    }
}
