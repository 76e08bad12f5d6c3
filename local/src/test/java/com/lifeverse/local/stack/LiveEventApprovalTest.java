package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An author asks for a second person; a run waits for the answer, has the owner reminded, and lets the question lapse. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class LiveEventApprovalTest {
    private static final String FEAST = "/v1/live-events/feast";

    private final List<String> answers = new ArrayList<>();
    private Game game;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        game.listen(answer -> answers.add(answer.response().body()));
        save("0", "2026-12-24T18:00");
    }

    @AfterEach
    void stop() {
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void theRunWaitsForTheAnswerAndSeesItAtOnce() {
        var asked = put("review", "author", "ann", "\"note\":\"New lanterns.\"");
        assertThat(asked.text("/state")).isEqualTo("in-review");
        assertThat(asked.text("/review/lapsesAt")).isEqualTo("2026-12-04T12:00:00Z");
        assertThat(put("review", "author", "ann", "\"note\":\"New lanterns.\"").text("/review/run"))
                .isEqualTo(asked.text("/review/run"));
        game.stack().settle();
        assertThat(run("feast-2").at("/progress/state").asText()).isEqualTo("Await");

        assertThat(put("approval", "approver", "ann", "").text("/type")).isEqualTo("/problems/second-person-required");
        assertThat(put("approval", "approver", "bea", "").text("/review/state")).isEqualTo("approved");
        game.stack().settle();

        assertThat(run("feast-2").path("status").asText()).isEqualTo("succeeded");
        assertThat(run("feast-2").at("/output/by").asText()).isEqualTo("bea");
        assertThat(put("approval", "approver", "cid", "").status())
                .as("a second answer of the same kind")
                .isEqualTo(200);
        assertThat(put("rejection", "approver", "cid", "\"reason\":\"No.\"").text("/type"))
                .isEqualTo("/problems/live-event-review-over");
        assertThat(put("publication", "operator", "dan", "").text("/state")).isEqualTo("published");
        assertThat(log("action")).containsExactly("published", "approved", "asked", "saved");
    }

    @Test
    void whatIsRejectedComesBackWithTheReasonAndCanBeAskedAboutAgain() {
        put("review", "author", "ann", "");
        game.stack().settle();
        assertThat(put("rejection", "approver", "bea", "").text("/violations/0/pointer"))
                .isEqualTo("/reason");
        assertThat(put("rejection", "approver", "bea", "\"reason\":\"They flash.\"")
                        .text("/state"))
                .isEqualTo("draft");
        game.stack().settle();

        assertThat(run("feast-2").at("/output/reason").asText()).isEqualTo("They flash.");
        assertThat(game.get(FEAST, game.staff("viewer")).text("/review/reason")).isEqualTo("They flash.");
        assertThat(put("approval", "approver", "cid", "").status()).isEqualTo(409);
        save("3", "2026-12-25T18:00");
        assertThat(game.send("PUT", FEAST + "/review", game.staff("author", "ann"), "{\"revision\":2}")
                        .text("/review/run"))
                .isEqualTo("feast-5");
    }

    @Test
    void aQuestionThatIsTakenBackOrOvertakenEndsItsRun() {
        put("review", "author", "ann", "");
        game.stack().settle();
        assertThat(game.delete(FEAST + "/review", game.staff("author", "ben")).text("/review/state"))
                .isEqualTo("recalled");
        game.stack().settle();
        assertThat(run("feast-2").at("/output/state").asText()).isEqualTo("recalled");

        assertThat(put("review", "author", "ann", "").text("/review/run")).isEqualTo("feast-4");
        game.stack().settle();
        save("4", "2026-12-25T18:00");
        game.stack().settle();
        assertThat(run("feast-4").at("/output/state").asText()).isEqualTo("superseded");
    }

    @Test
    void nobodyAnswersSoItRemindsEscalatesAndLapsesAndALateAnswerIsRefused() {
        put("review", "author", "ann", "");
        game.stack().advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(run("feast-2").path("status").asText()).isEqualTo("running");
        assertThat(steps("feast-2")).as("asked, two reminders, one escalation").containsOnlyOnce("Open");
        assertThat(steps("feast-2").stream().filter("Tell"::equals)).hasSize(4);
        game.stack().advance(Duration.ofSeconds(2));

        assertThat(run("feast-2").at("/output/state").asText()).isEqualTo("lapsed");
        var late = put("approval", "approver", "bea", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/state")).isEqualTo("lapsed");
        assertThat(log("who")).containsExactly("live-event-approval", "ann", "ann");
        assertThat(put("review", "author", "ann", "").text("/state")).isEqualTo("in-review");
        game.stack().settle();
        assertThat(put("approval", "approver", "bea", "").status()).isEqualTo(200);
        game.stack().settle();
        assertThat(run("feast-4").path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void theTokenOfARunIsInNoAnswer() {
        put("review", "author", "ann", "");
        game.stack().settle();
        var token = token();
        assertThat(token).hasSizeGreaterThan(20);
        game.get(FEAST, game.staff("viewer"));
        game.get("/v1/live-events", game.staff("viewer"));
        game.get(FEAST + "/log", game.staff("viewer"));
        run("feast-2");

        assertThat(answers).hasSizeGreaterThan(5).noneMatch(body -> body.contains(token));
    }

    private String token() {
        var table = game.stack().ref("LiveEventsTable");
        return game.stack()
                .tables()
                .getItem(get -> get.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS("event#feast"), "sk", AttributeValue.fromS("token"))))
                .item()
                .getOrDefault("token", AttributeValue.fromS(""))
                .s();
    }

    private Answer put(String what, String role, String name, String more) {
        var body = "{\"revision\":1%s}".formatted(more.isEmpty() ? "" : "," + more);
        return game.send("PUT", FEAST + "/" + what, game.staff(role, name), body);
    }

    private JsonNode run(String name) {
        return game.get("/v1/workflows/live-event-approval/runs/" + name, game.staff("viewer"))
                .json();
    }

    private List<String> steps(String name) {
        return run(name)
                .path("history")
                .valueStream()
                .filter(step -> step.path("type").asText().endsWith("StateEntered"))
                .map(step -> step.path("state").asText())
                .toList();
    }

    private List<String> log(String member) {
        return game.get(FEAST + "/log", game.staff("viewer"))
                .json()
                .path("entries")
                .findValuesAsText(member);
    }

    private void save(String version, String start) {
        var headers = new TreeMap<>(Map.of(
                "authorization", "Bearer " + game.staff("author", "ann"),
                "content-type", "application/json",
                "if-match", "\"" + version + "\""));
        assertThat(game.send("PUT", FEAST, headers, Json.text(Json.read("""
                                {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],
                                 "owner":"liveops-europe","escalation":["online-services-on-call"],
                                 "runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
                                 "when":{"start":"%s","duration":"P2D","time":"utc"}}""".formatted(start))))
                        .status())
                .isEqualTo(200);
    }
}
