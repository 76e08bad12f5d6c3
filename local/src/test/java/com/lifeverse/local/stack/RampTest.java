package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A live event comes to more and more players, is taken back a step by an alarm, and goes on when an operator says so. */
@Tag("stack")
final class RampTest {
    private static final String PATH = "/v1/live-events/feast";
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"P1D","time":"utc"},"overrides":{"xp.multiplier":2},
             "ramp":{"guards":["dev-session-errors"],"steps":[
               {"percent":5,"regions":["eu-west"]},{"percent":20,"after":"PT1H"},{"percent":100,"after":"PT2H"}]}}""";

    @Test
    void anAlarmHoldsTheRampPeopleAreCalledOnceAndAnOperatorLetsItGoOn() {
        var options = StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T14:10:00Z"));
        try (var game = Game.start(options)) {
            change(game, "PUT", "author", "ann", "", FEAST, "0");
            change(game, "PUT", "approver", "bea", "/approval", "{\"revision\":1}", "1");
            change(game, "PUT", "operator", "cid", "/publication", "{\"revision\":1}", "2");
            game.stack().advance(Duration.ofMinutes(1));
            assertThat(entry(game, "eu-west").path("percent").asInt()).isEqualTo(5);
            assertThat(entry(game, "us-east").isMissingNode()).isTrue();

            game.stack().advance(Duration.ofMinutes(60));
            assertThat(entry(game, "us-east").path("percent").asInt())
                    .as("by itself")
                    .isEqualTo(20);

            ring(game, "somebody-elses-alarm");
            ring(game, "dev-session-errors");
            ring(game, "dev-session-errors");
            assertThat(entry(game, "eu-west").path("percent").asInt())
                    .as("a step back")
                    .isEqualTo(5);
            assertThat(entry(game, "us-east").isMissingNode()).isTrue();
            assertThat(log(game)).isEqualTo("ramp-held by alarm dev-session-errors");
            assertThat(game.stack().workflows().list(game.stack().ref("TriggeredincidentresponseMachine")))
                    .as("people are called once")
                    .hasSize(1);
            game.stack().advance(Duration.ofHours(3));
            assertThat(entry(game, "eu-west").path("percent").asInt())
                    .as("held")
                    .isEqualTo(5);

            change(game, "DELETE", "operator", "dan", "/ramp-hold", "", "4");
            game.stack().advance(Duration.ofMinutes(61));
            assertThat(log(game)).isEqualTo("ramp-resumed by dan");
            assertThat(entry(game, "us-east").path("percent").asInt()).isEqualTo(20);
            game.stack().advance(Duration.ofMinutes(61));
            assertThat(entry(game, "us-east").has("percent")).as("for all").isFalse();
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    private static void ring(Game game, String alarm) {
        var detail = Json.object().put("alarmName", alarm);
        detail.putObject("state").put("value", "ALARM");
        game.stack().buses().tell("aws.cloudwatch", "CloudWatch Alarm State Change", detail);
        game.stack().advance(Duration.ofMinutes(1));
    }

    private static JsonNode entry(Game game, String region) {
        return game.get("/v1/timelines/pc/" + region, "").json().at("/events/0");
    }

    private static String log(Game game) {
        var last = game.get(PATH + "/log", game.staff("viewer")).json().at("/entries/0");
        return last.path("action").asText() + " by " + last.path("who").asText();
    }

    private static void change(
            Game game, String method, String role, String name, String path, String body, String version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        var answer = game.send(method, PATH + path, headers, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201);
    }
}
