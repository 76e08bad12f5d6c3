package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.table.engine.Meter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What players say of themselves and of each other. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class SocialTest {
    private static final String NEEDS = """
            {"crossPlay":["switch","pc"],"presence":"nobody","accessibility":{"captions":true,"palette":"tritanopia",
             "inputRemaps":{"jump":"chin-switch"}}}""";
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start();
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void whatAPlayerNeedsIsThereOnTheNextDevice() {
        var console = game.signIn("deaf-player");
        var before = get(console, "/v1/preferences");
        assertThat(before.json().at("/accessibility/captions").asBoolean()).isFalse();
        assertThat(save(console, NEEDS, before.header("etag")).status()).isEqualTo(200);

        var phone = game.signIn("deaf-player");
        var found = get(phone, "/v1/preferences").json();
        assertThat(found.at("/accessibility/captions").asBoolean()).isTrue();
        assertThat(found.at("/accessibility/inputRemaps/jump").asText()).isEqualTo("chin-switch");
        assertThat(found.path("crossPlay").toString()).isEqualTo("[\"pc\",\"switch\"]");
        assertThat(found.path("presence").asText()).isEqualTo("nobody");
    }

    @Test
    void theSecondOfTwoDevicesSeesWhatTheFirstSaid() {
        var player = game.signIn("two-devices");
        save(player, NEEDS, "\"0\"");

        var late = save(player, NEEDS.replace("nobody", "everyone"), "\"0\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("/presence")).isEqualTo("nobody");
        assertThat(save(player, NEEDS.replace("nobody", "everyone"), late.header("etag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatDoesNotFitIsRefusedByItsPlace() {
        var player = game.signIn("careless");
        var wrong = save(player, NEEDS.replace("true", "\"yes\"").replace("\"pc\"", "\"toaster\""), "\"0\"");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/crossPlay", "/accessibility/captions");
        assertThat(send("PUT", player, "/v1/preferences", NEEDS, Map.of()).status())
                .isEqualTo(428);
    }

    @Test
    void whoIsAskedHearsItAndFriendshipTakesTwo() {
        var alice = game.signIn("alice");
        var bob = game.signIn("bob");
        assertThat(befriend(alice, bob).text("/standing")).isEqualTo("asked");
        game.stack().settle();

        assertThat(get(bob, "/v1/notices").json().path("noticeRevision").asInt())
                .isEqualTo(1);
        assertThat(get(bob, "/v1/friend-requests").json().findValuesAsText("playerId"))
                .containsExactly(alice.text("/playerId"));
        assertThat(befriend(bob, alice).text("/standing")).isEqualTo("friends");
        assertThat(get(alice, "/v1/friends").json().findValuesAsText("playerId"))
                .containsExactly(bob.text("/playerId"));
        assertThat(get(bob, "/v1/friend-requests").json().path("players")).isEmpty();
    }

    @Test
    void aBlockedPlayerCannotTellABlockFromSilence() {
        var alice = game.signIn("blocked-alice");
        var bob = game.signIn("blocking-bob");
        assertThat(send("PUT", bob, "/v1/blocks/" + alice.text("/playerId"), "", Map.of())
                        .status())
                .isEqualTo(204);

        var asked = befriend(alice, bob);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("/standing")).isEqualTo("asked");
        game.stack().settle();
        assertThat(get(bob, "/v1/notices").json().path("noticeRevision").asInt())
                .isZero();
        assertThat(befriend(bob, alice).text("/type")).isEqualTo("/problems/blocked-by-caller");
        send("DELETE", bob, "/v1/blocks/" + alice.text("/playerId"), "", Map.of());
        assertThat(befriend(bob, alice).status()).isEqualTo(202);
    }

    @Test
    void nobodyBefriendsThemselvesOrNonsense() {
        var player = game.signIn("lonely");
        assertThat(befriend(player, player).status()).isEqualTo(404);
        assertThat(send("PUT", player, "/v1/friends/ply_nonsense", "", Map.of()).status())
                .isEqualTo(404);
        var nobody = "ply_019b7600-0000-7000-8000-000000000009";
        assertThat(send("PUT", player, "/v1/friends/" + nobody, "", Map.of()).text("/type"))
                .isEqualTo("/problems/player-not-found");
    }

    @Test
    void everyCallCostsWhatItSays() {
        var alice = game.signIn("cost-a");
        var bob = game.signIn("cost-b");
        game.stack().settle();
        assertThat(writes(() -> save(alice, NEEDS, "\"0\""))).isEqualTo(1);
        assertThat(writes(() -> befriend(alice, bob))).isEqualTo(8);
        assertThat(writes(() -> befriend(bob, alice))).isEqualTo(12);
        assertThat(writes(() -> send("DELETE", bob, "/v1/friends/" + alice.text("/playerId"), "", Map.of())))
                .isEqualTo(8);
        assertThat(writes(() -> send("PUT", bob, "/v1/blocks/" + alice.text("/playerId"), "", Map.of())))
                .isEqualTo(12);
        var before = players();
        get(alice, "/v1/preferences");
        assertThat(players().readUnits() - before.readUnits()).isEqualTo(1);
    }

    private static double writes(Runnable call) {
        var before = players();
        call.run();
        return players().writeUnits() - before.writeUnits();
    }

    private static Meter.Reading players() {
        return game.stack().consumed(game.stack().ref("PlayersTable"));
    }

    private static Answer befriend(Answer player, Answer other) {
        return send("PUT", player, "/v1/friends/" + other.text("/playerId"), "", Map.of());
    }

    private static Answer save(Answer player, String body, String etag) {
        return send("PUT", player, "/v1/preferences", body, Map.of("if-match", etag));
    }

    private static Answer get(Answer player, String path) {
        return send("GET", player, path, "", Map.of());
    }

    private static Answer send(String method, Answer player, String path, String body, Map<String, String> more) {
        var headers = new TreeMap<>(more);
        headers.put("authorization", "Bearer " + player.text("/accessToken"));
        headers.put("content-type", "application/json");
        return game.send(method, path, headers, body);
    }
}
