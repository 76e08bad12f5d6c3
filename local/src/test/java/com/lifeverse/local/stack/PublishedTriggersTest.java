package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Staff put triggers in force over HTTP, and players feel it; what is wrong with triggers is told, and they are not. */
@Tag("stack")
final class PublishedTriggersTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void triggersGoOnFromEachOtherAndEachIsFeltWithinTenSeconds() {
        publish(trigger("milestone", "match.ended.v1", "{}", """
                        [{"emit": {"type": "milestone.reached.v1", "payload": {"milestone": "first-win"}}}]"""), trigger("medal", "milestone.reached.v1", "{}", """
                        [{"grant": {"item": "medal", "amount": 1}}]"""));
        game.stack().advance(Duration.ofSeconds(11));
        var player = game.signIn("winner");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();

        assertThat(gifts(player)).containsExactly("1 medal");
    }

    @Test
    void whoDoesNotComeBackIsMissedOnceAndWhoDoesIsNot() {
        publish(trigger("missed", "match.ended.v1", """
                {"window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT1H", "frame": "sliding"}}""", """
                [{"grant": {"item": "letter", "amount": 1}}]"""));
        game.stack().advance(Duration.ofSeconds(11));
        var gone = game.signIn("gone");
        var back = game.signIn("back");
        game.win(gone.text("/playerId"), "m1");
        game.win(back.text("/playerId"), "m2");
        game.stack().advance(Duration.ofMinutes(50));
        assertThat(gifts(gone)).isEmpty();
        game.win(back.text("/playerId"), "m3");
        game.stack().advance(Duration.ofMinutes(25));

        assertThat(gifts(gone)).containsExactly("1 letter");
        assertThat(gifts(back)).isEmpty();
    }

    @Test
    void burstsAndBatchesAreToldAsOne() {
        publish(trigger("burst", "match.ended.v1", """
                        {"limits": {"perPlayer": {"times": 5, "per": "P1D"}}, "pace": {"debounce": "PT5M"}}""", """
                        [{"grant": {"item": "breather", "amount": 1}}]"""), trigger("batch", "match.ended.v1", """
                        {"limits": {"perPlayer": {"times": 5, "per": "P1D"}}, "pace": {"batch": {"firings": 3, "within": "PT1H"}}}""", """
                        [{"grant": {"item": "coins", "amount": 10}}]"""));
        game.stack().advance(Duration.ofSeconds(11));
        var player = game.signIn("busy");
        for (int match = 0; match < 3; match++) {
            game.win(player.text("/playerId"), "m" + match);
            game.stack().advance(Duration.ofMinutes(1));
        }
        assertThat(gifts(player)).containsExactly("30 coins");
        game.stack().advance(Duration.ofMinutes(20));

        assertThat(gifts(player)).containsExactly("1 breather", "30 coins");
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndNothingIsPublished() {
        var answer = publication(
                "approver",
                revision(),
                trigger("loop", "milestone.reached.v1", "{}", """
                        [{"emit": {"type": "milestone.reached.v1", "payload": {"milestone": "again"}}}]"""),
                trigger("prefixx", "match.ended.v1", """
                        {"when": {"detail-type": ["match.ended.v1"], "detail": {"payload": {"mode": [{"prefixx": "r"}]}}}}""", """
                        [{"notify": {"message": "hello"}}]"""),
                trigger("workflow", "match.ended.v1", "{}", """
                        [{"startWorkflow": {"workflow": "no-such"}}]"""),
                trigger("labels", "match.ended.v1", "{\"labels\": [\"nobody-knows\"]}", """
                        [{"notify": {"message": "hello"}}]"""),
                trigger("owner", "match.ended.v1", "{}", """
                        [{"notify": {"message": "hello"}}]""").without(List.of("owner", "runbook")));

        assertThat(answer.status()).isEqualTo(400);
        var violations = answer.json().path("violations");
        assertThat(violations.findValuesAsText("pointer"))
                .contains(
                        "/triggers/0/effects",
                        "/triggers/1/when",
                        "/triggers/2/effects/0/startWorkflow/workflow",
                        "/triggers/3/labels/0",
                        "/triggers/4/owner",
                        "/triggers/4/runbook");
        assertThat(violations.toString())
                .contains("loop → milestone.reached.v1 → loop")
                .contains("prefixx");
        assertThat(publications().path("publications")).isEmpty();
    }

    @Test
    void whatLeadsPeopleNowhereAndWhatNoEventCanDoIsToldAlsoOfWhatIsRetired() {
        var hello = "[{\"notify\": {\"message\": \"hello\"}}]";
        var answer = publication(
                "approver",
                revision(),
                trigger("lost", "match.ended.v1", "{\"runbook\": \"runbooks/not-written.md\"}", hello),
                trigger("ownerless", "match.ended.v1", "{\"stage\": \"retired\", \"owner\": \"ghost-team\"}", hello),
                trigger("never", "match.ended.v1", """
                        {"window": {"sequence": [
                          {"detail": {"payload": {"outcome": ["win"]}}},
                          {"detail": {"payload": {"outcome": ["victory"]}}}], "within": "P1D"}}""", hello),
                trigger("both", "match.ended.v1", """
                        {"when": {"detail-type": ["match.ended.v1"], "detail": {"payload": {"outcome": ["win"]}}},
                         "window": {"sequence": [
                          {"detail-type": ["match.ended.v1"]},
                          {"detail": {"payload": {"outcome": ["loss"]}}}], "within": "P1D"}}""", hello));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsExactly(
                        "/triggers/0/runbook",
                        "/triggers/1/owner",
                        "/triggers/2/window/sequence/1",
                        "/triggers/3/window/sequence/1");
        assertThat(answer.json().path("violations").toString())
                .contains("is unreachable: no match.ended.v1 can have such a detail.payload.outcome");
    }

    @Test
    void eachRoleDoesItsPartAndNoMore() {
        var one = trigger("one", "match.ended.v1", "{}", "[{\"notify\": {\"message\": \"hello\"}}]");
        var base = revision();
        for (var role : List.of("viewer", "author", "operator")) {
            assertThat(publication(role, base, one).status()).as(role).isEqualTo(403);
        }
        assertThat(plan("viewer", one).status()).isEqualTo(403);
        assertThat(plan("author", one).text("/changes/added/0")).isEqualTo("one");
        assertThat(rollBack("approver", base, 0).status()).isEqualTo(403);

        assertThat(publication("approver", base, one).text("/publication")).isEqualTo("1");
        assertThat(publication("approver", base, one).text("/publication")).isEqualTo("1");
        var two = trigger("two", "match.ended.v1", "{}", "[{\"notify\": {\"message\": \"hello\"}}]");
        assertThat(publication("approver", base, two).text("/type")).isEqualTo("/problems/triggers-overtaken");

        assertThat(rollBack("operator", revision(), 0).text("/publication")).isEqualTo("2");
        assertThat(rollBack("operator", revision(), 7).text("/type")).isEqualTo("/problems/publication-not-found");
        assertThat(revision()).isEqualTo(base);
        assertThat(publications().path("publications").findValuesAsText("by")).containsExactly("sam", "sam");
    }

    @Test
    void staffHearWhyATriggerDidNotFire() {
        var player = game.signIn("winner");
        var won = event(player, "m1", "win");
        assertThat(explain("viewer", won).path("fires").asBoolean()).isTrue();
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();

        var again = explain("viewer", won);
        assertThat(again.path("fires").asBoolean()).isTrue();
        assertThat(again.path("known").asBoolean()).isTrue();
        assertThat(again.path("decision").asText()).isEqualTo("Fired");
        assertThat(explain("viewer", event(player, "m2", "win")).path("words").toString())
                .contains("it has acted as often as limits.perPlayer lets it, until 2026-12-02T00:00:00Z");
        var lost = explain("viewer", event(player, "m3", "Win"));
        assertThat(lost.path("words").toString()).contains("differs in upper and lower case only");
        assertThat(lost.has("decision")).isFalse();
        assertThat(gifts(player)).containsExactly("100 coins");
    }

    @Test
    void staffHearThatOthersHaveHadAllThereIs() {
        publish(trigger("rare", "match.ended.v1", """
                {"limits": {"perPlayer": {"times": 1, "per": "P1D"}, "global": {"times": 1, "per": "P1D"}}}""", """
                [{"grant": {"item": "comet", "amount": 1}}]"""));
        game.stack().advance(Duration.ofSeconds(11));
        var late = game.signIn("late");
        assertThat(explain("rare", "viewer", event(late, "m2", "win"))
                        .path("fires")
                        .asBoolean())
                .isTrue();
        game.win(game.signIn("quick").text("/playerId"), "m1");
        game.stack().settle();

        assertThat(explain("rare", "viewer", event(late, "m2", "win"))
                        .path("words")
                        .toString())
                .contains("the cap of all players is used up until 2026-12-02T00:00:00Z");
        game.win(late.text("/playerId"), "m2");
        game.stack().settle();
        assertThat(gifts(late)).isEmpty();
    }

    @Test
    void whatIsTheSameToATriggerInForceStaysSo() {
        var one = trigger("one", "match.ended.v1", "{}", "[{\"notify\": {\"message\": \"hello\"}}]");
        var keyed = trigger(
                "one",
                "match.ended.v1",
                "{\"once\": {\"key\": \"payload.matchId\"}}",
                "[{\"notify\": {\"message\": \"hello\"}}]");
        publish(one);

        var refused = publication("approver", revision(), keyed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                .containsExactly("/triggers/0/once/key");
        assertThat(plan("author", keyed).json().path("findings")).hasSize(1);
    }

    @Test
    void aNameThatWasTakenOutComesBackOnlyAsWhatItWas() {
        var hello = "[{\"notify\": {\"message\": \"hello\"}}]";
        var one = trigger("one", "match.ended.v1", "{}", hello);
        var keyed = trigger("one", "match.ended.v1", "{\"once\": {\"key\": \"payload.matchId\"}}", hello);
        var summed = trigger(
                "one",
                "match.ended.v1",
                "{\"window\": {\"distinct\": \"payload.mode\", \"values\": 2, \"within\": \"P1D\"}}",
                hello);
        publish(one);
        publish(trigger("two", "match.ended.v1", "{}", hello));

        for (var other : Map.of("/triggers/1/once/key", keyed, "/triggers/1/window", summed)
                .entrySet()) {
            var two = trigger("two", "match.ended.v1", "{}", hello);
            var refused = publication("approver", revision(), two, other.getValue());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                    .containsExactly(other.getKey());
            assertThat(refused.json().toString())
                    .contains("than publication 1 of ")
                    .contains("give the trigger another name");
            assertThat(plan("author", two, other.getValue()).json().path("findings"))
                    .hasSize(1);
        }
        publish(one);
        publish(trigger("one", "match.ended.v1", "{\"stage\": \"retired\"}", hello));
        assertThat(publication("approver", revision(), keyed).status()).isEqualTo(400);
        assertThat(rollBack("operator", revision(), 2).status()).isEqualTo(200);
        assertThat(rollBack("operator", revision(), 1).status()).isEqualTo(200);
    }

    private JsonNode explain(String role, ObjectNode event) {
        return explain("first-win-of-the-day", role, event);
    }

    private JsonNode explain(String trigger, String role, ObjectNode event) {
        var body = Json.object().put("trigger", trigger);
        body.set("event", event);
        return game.send("POST", "/v1/trigger-explanations", game.staff(role), body.toString())
                .json();
    }

    private static ObjectNode event(Game.Answer player, String match, String outcome) {
        var event = Json.object().put("detail-type", "match.ended.v1").put("source", "lifeverse.game-server");
        var id = player.text("/playerId");
        event.putObject("detail")
                .put("id", "evt_" + match)
                .put("type", "match.ended.v1")
                .put("version", 1)
                .put("time", START.toString())
                .put("playerId", id)
                .put("eventGroupId", id)
                .put("deduplicationId", match)
                .put("correlationId", "evt_" + match)
                .put("hops", 0)
                .put("producer", "game-server")
                .put("isReplay", false)
                .putObject("payload")
                .put("outcome", outcome);
        event.withObject("/detail").putArray("causation");
        return event;
    }

    @Test
    void aTriggerThatIsInForceNoLongerLeavesNothingBehindThatActs() {
        publish(trigger("missed", "match.ended.v1", """
                {"window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT1H", "frame": "sliding"}}""", """
                [{"grant": {"item": "letter", "amount": 1}}]"""));
        game.stack().advance(Duration.ofSeconds(11));
        var player = game.signIn("gone");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();
        rollBack("operator", revision(), 0);
        game.stack().advance(Duration.ofHours(2));

        assertThat(gifts(player)).isEmpty();
    }

    private void publish(JsonNode... triggers) {
        assertThat(publication("approver", revision(), triggers).status()).isEqualTo(200);
    }

    private Game.Answer publication(String role, String base, JsonNode... triggers) {
        var body = Json.object().put("base", base).put("note", "a test");
        body.set("triggers", list(triggers));
        return game.send("POST", "/v1/trigger-publications", game.staff(role), body.toString());
    }

    private Game.Answer plan(String role, JsonNode... triggers) {
        var body = Json.object();
        body.set("triggers", list(triggers));
        return game.send("POST", "/v1/trigger-plans", game.staff(role), body.toString());
    }

    private Game.Answer rollBack(String role, String base, long number) {
        var body = Json.object().put("base", base).put("publication", number);
        return game.send("POST", "/v1/trigger-rollbacks", game.staff(role), body.toString());
    }

    private JsonNode publications() {
        return game.get("/v1/trigger-publications", game.staff("viewer")).json();
    }

    private String revision() {
        return publications().at("/inForce/revision").asText();
    }

    /** What the ledger has given the player, such as {@code 30 coins}. */
    private List<String> gifts(Game.Answer player) {
        return game.stack().tables().scan(scan -> scan.tableName(game.stack().ref("TriggersTable"))).items().stream()
                .filter(item -> text(item, "sk").startsWith("grant#"))
                .filter(item -> text(item, "playerId").equals(player.text("/playerId")))
                .map(item ->
                        Optional.ofNullable(item.get("amount")).orElseThrow().n() + " " + text(item, "item"))
                .sorted()
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).orElseThrow().s();
    }

    /** A sound trigger, but for what {@code more} says otherwise. */
    private static ObjectNode trigger(String name, String type, String more, String effects) {
        var trigger = Json.object()
                .put("trigger", name)
                .put("description", "For a test.")
                .put("owner", "economy-team")
                .put("runbook", "runbooks/grants.md")
                .put("accessibility", "Announced in the inbox with text.");
        trigger.putArray("labels").add("economy");
        trigger.putObject("when").putArray("detail-type").add(type);
        trigger.putObject("limits").putObject("perPlayer").put("times", 1).put("per", "P1D");
        trigger.set("effects", Json.read(effects));
        trigger.setAll((ObjectNode) Json.read(more));
        return trigger;
    }

    private static ArrayNode list(JsonNode... triggers) {
        var list = Json.array();
        List.of(triggers).forEach(list::add);
        return list;
    }
}
