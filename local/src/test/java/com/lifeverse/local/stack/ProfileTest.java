package com.lifeverse.local.stack;

import static com.lifeverse.local.stack.TriggerDesk.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of players comes from events and game servers, and decides whom triggers are for. */
@Tag("stack")
final class ProfileTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final String LANTERN = "[{\"grant\": {\"item\": \"lantern\", \"amount\": 1}}]";
    private static final String FROM_LEVEL_THREE =
            "{\"player\": {\"level\": [{\"numeric\": [\">=\", 3]}], \"platform\": [\"switch\"]}}";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));
    private final TriggerDesk desk = new TriggerDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void signingInAndWinningAreKeptAndAServerSaysTheRest() {
        var player = game.signIn("new").text("/playerId");
        ranked(player, "m1");
        ranked(player, "m1");
        ranked(player, "m2");
        game.stack().settle();
        var changed = change(player, "{\"level\": 3, \"locale\": \"de-DE\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(change(player, "{\"at\": \"2026-12-01T12:00:00Z\", \"level\": 2}")
                        .text("/profile/level"))
                .as("said of an earlier time")
                .isEqualTo("3");
        var known = game.serve("GET", "/v1/profiles/" + player, Map.of(), "").json();
        assertThat(known.path("revision").asInt())
                .isEqualTo(changed.json().path("revision").asInt());
        assertThat(known.path("profile").toString())
                .contains(
                        "\"platform\":\"switch\"",
                        "\"locale\":\"de-DE\"",
                        "\"ranked-wins\":2",
                        "\"tags\":[\"newcomer\"]");
        game.stack().advance(Duration.ofDays(8));
        assertThat(game.serve("GET", "/v1/profiles/" + player, Map.of(), "")
                        .json()
                        .at("/profile/tags"))
                .as("a tag runs out by itself")
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsPlaceAndNobodyElseMaySay() {
        var session = game.signIn("hacked");
        var player = session.text("/playerId");
        var refused = change(player, """
                {"level": "high", "locale": "german", "nickname": "x", "tags": {"no-such": null, "newcomer": "soon"},
                 "at": "2026-12-03T00:00:00Z"}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/level", "/locale", "/nickname", "/tags/no-such", "/tags/newcomer", "/at");
        var path = "/v1/profiles/" + player;
        assertThat(game.send("PATCH", path, session.text("/accessToken"), "{\"level\": 99}")
                        .status())
                .isEqualTo(403);
        assertThat(game.send("PATCH", path, game.staff("operator"), "{\"level\": 99}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void triggerIsForThePlayersWhomItWantsAndStaffSeeWhatWasLacking() {
        desk.publish(trigger("veterans", "match.ended.v1", FROM_LEVEL_THREE, LANTERN));
        var player = game.signIn("two").text("/playerId");
        change(player, "{\"level\": 2}");
        game.win(player, "m1");
        game.stack().settle();
        assertThat(desk.gifts(player)).isEmpty();

        var why = desk.explain("veterans", event(player, "m1"));
        assertThat(why.path("fires").asBoolean()).isFalse();
        assertThat(why.path("words").toString()).contains("/player/level", "saw 2 (1 too low)", "+ /player/platform");

        change(player, "{\"level\": 3}");
        game.win(player, "m2");
        game.stack().settle();
        assertThat(desk.gifts(player)).containsExactly("1 lantern");
    }

    @Test
    void whatAnEventSaysItselfCountsAtOnce() {
        desk.publish(
                trigger(
                        "second-win",
                        "match.ended.v1",
                        "{\"player\": {\"counters\": {\"ranked-wins\": [2]}}}",
                        LANTERN),
                trigger("greeting", "session.started.v1", "{\"player\": {\"tags\": [\"newcomer\"]}}", LANTERN));
        var player = game.signIn("eager").text("/playerId");
        game.stack().settle();
        assertThat(desk.gifts(player)).hasSize(1);
        for (var match : new String[] {"m1", "m2", "m3"}) {
            ranked(player, match);
            game.stack().settle();
        }

        assertThat(desk.gifts(player)).hasSize(2);
    }

    @Test
    void changeOfAProfileSetsOffTriggersThatWantIt() {
        desk.publish(trigger("promoted", "profile.changed.v1", """
                {"when": {"detail-type": ["profile.changed.v1"], "detail": {"payload": {"changed": ["level"],
                 "profile": {"level": [{"numeric": [">=", 10]}]}}}}}""", LANTERN));
        var player = game.signIn("climber").text("/playerId");
        change(player, "{\"level\": 9}");
        change(player, "{\"level\": 10}");
        change(player, "{\"level\": 10, \"region\": \"eu-west\"}");
        game.stack().settle();

        assertThat(desk.gifts(player)).containsExactly("1 lantern");
    }

    @Test
    void whoIsNotWhomATriggerWantsWhenAWaitIsOverIsNotMissed() {
        desk.publish(trigger("missed", "match.ended.v1", """
                {"player": {"level": [{"numeric": [">=", 3]}]},
                 "window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT1H", "frame": "sliding"}}""", LANTERN));
        var still = game.signIn("still").text("/playerId");
        var noMore = game.signIn("noMore").text("/playerId");
        for (var player : new String[] {still, noMore}) {
            change(player, "{\"level\": 3}");
            game.win(player, "m-" + player);
        }
        game.stack().settle();
        change(noMore, "{\"level\": 1}");
        game.stack().advance(Duration.ofMinutes(90));

        assertThat(desk.gifts(still)).containsExactly("1 lantern");
        assertThat(desk.gifts(noMore)).isEmpty();
    }

    @Test
    void whatOneTriggerTagsAndCountsOthersGoBy() {
        desk.publish(
                trigger("honoured", "match.ended.v1", "{}", """
                        [{"counter": {"name": "honours", "by": 2}}, {"flag": {"name": "comeback", "lasts": "PT2H"}}]"""),
                trigger("known", "profile.changed.v1", """
                        {"when": {"detail-type": ["profile.changed.v1"], "detail": {"payload": {"changed": ["counters.honours"]}}},
                         "player": {"counters": {"honours": [{"numeric": [">=", 4]}]}}}""", LANTERN),
                trigger("back", "session.started.v1", "{\"player\": {\"tags\": [\"comeback\"]}}", LANTERN));
        var player = game.signIn("thanked").text("/playerId");
        game.win(player, "m1");
        game.win(player, "m1");
        game.stack().settle();
        assertThat(desk.gifts(player)).isEmpty();
        game.win(player, "m2");
        game.stack().settle();
        assertThat(desk.gifts(player)).hasSize(1);

        game.signIn("thanked");
        game.stack().settle();
        assertThat(desk.gifts(player)).hasSize(2);
        game.stack().advance(Duration.ofHours(3));
        game.signIn("thanked");
        game.stack().settle();
        assertThat(desk.gifts(player)).as("the tag has run out").hasSize(2);
    }

    @Test
    void conditionThatNobodyCanMeetIsAFinding() {
        var answer = desk.publication(trigger("hopeless", "match.ended.v1", """
                {"player": {"levle": [3], "tags": ["vip", {"anything-but": ["newcomer"]}], "counters": {"losses": [1]}}}""", LANTERN));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsExactly(
                        "/triggers/0/player/levle",
                        "/triggers/0/player/tags/0",
                        "/triggers/0/player/tags/1",
                        "/triggers/0/player/counters/losses");
    }

    // Of two values of the same moment the greater one would hold.
    private Game.Answer change(String player, String body) {
        game.stack().advance(Duration.ofSeconds(1));
        return game.serve("PATCH", "/v1/profiles/" + player, Map.of(), body);
    }

    private void ranked(String player, String match) {
        var told = game.tell("""
                {"type":"match.ended.v1","playerId":"%s","deduplicationId":"%2$s",
                 "payload":{"matchId":"%2$s","mode":"ranked","outcome":"win","durationSeconds":312}}""".formatted(player, match));
        assertThat(told.status()).isEqualTo(202);
    }

    private static ObjectNode event(String player, String match) {
        var event = Json.object().put("detail-type", "match.ended.v1").put("source", "lifeverse.game-server");
        JsonNode detail = Json.read("""
                {"id": "evt_%2$s", "type": "match.ended.v1", "version": 1, "time": "%3$s", "playerId": "%1$s", "eventGroupId": "%1$s",
                 "deduplicationId": "%2$s", "correlationId": "evt_%2$s", "causation": [], "hops": 0, "producer": "game-server",
                 "isReplay": false, "payload": {"mode": "duel", "outcome": "win"}}""".formatted(player, match, START));
        event.set("detail", detail);
        return event;
    }
}
