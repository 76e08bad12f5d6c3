package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A player of whom there is something everywhere: the more a test knows to leave behind, the more it finds. */
final class Life {
    private final Game game;
    private final String name;
    private final Guest friend;
    private final Guest blocker;
    private final String party;
    private Answer current;

    private Life(Game game, String name) {
        this.game = game;
        this.name = name;
        friend = Guest.on(game, "friend-of-" + name, "switch");
        blocker = Guest.on(game, "blocker-of-" + name, "switch");
        party = friend.party();
        current = game.signIn(name);
    }

    static Life of(Game game, String name) {
        var life = new Life(game, name);
        life.leaveTraces();
        return life;
    }

    /** The latest sign-in. */
    Answer current() {
        return current;
    }

    String playerId() {
        return current.text("/playerId");
    }

    /** Somebody in the same party, who blocks and befriends. */
    Guest friend() {
        return friend;
    }

    /** Somebody who blocks the player, which the player does not know. */
    Guest blocker() {
        return blocker;
    }

    String party() {
        return party;
    }

    Answer signInAgain() {
        current = game.signIn(name);
        assertThat(current.status()).isEqualTo(201);
        return current;
    }

    Answer ask(String what) {
        return game.send("POST", "/v1/" + what, Map.of("authorization", "Bearer " + current.text("/accessToken")), "");
    }

    /** What a receipt says of the first pass, as texts. */
    List<String> found(Answer request) {
        return request.json()
                .at("/receipt/reached")
                .valueStream()
                .filter(found -> found.path("pass").asInt() == 1)
                .map(found ->
                        found.path("store").asText() + "/" + found.path("what").asText() + " "
                                + found.path("items").asLong())
                .toList();
    }

    private void leaveTraces() {
        var asker = Guest.on(game, "asker-of-" + name, "switch");
        var asked = Guest.on(game, "asked-by-" + name, "switch");
        var rival = Guest.on(game, "rival-of-" + name, "switch");
        befriend(friend.token(), playerId());
        befriend(token(), friend.playerId());
        befriend(asker.token(), playerId());
        befriend(token(), asked.playerId());
        fine(game.send("PUT", "/v1/blocks/" + rival.playerId(), token(), ""));
        fine(game.send("PUT", "/v1/blocks/" + playerId(), blocker.token(), ""));
        fine(send("PUT", "/v1/preferences", Map.of("if-match", "\"0\""), """
                {"crossPlay":"allowed","accessibility":{"captions":true},"presence":"everyone"}"""));
        fine(send("PUT", "/v1/presence", Map.of(), "{\"availability\":\"online\",\"status\":\"hello\"}"));
        fine(send("POST", "/v1/notice-tickets", Map.of(), ""));
        fine(send("POST", "/v1/sessions/" + current.text("/sessionId") + "/hand-off-codes", Map.of(), ""));
        fine(game.win(playerId(), "match-of-" + name));
        var left = friend.party();
        fine(send("POST", "/v1/groups/" + left + "/members", Map.of(), "{}"));
        fine(send("DELETE", "/v1/groups/" + left + "/members/" + playerId(), Map.of(), ""));
        fine(send("POST", "/v1/groups/" + party + "/members", Map.of(), "{}"));
        fine(found("{\"template\":\"party\",\"joinability\":\"FRIENDS_OF_LEADER\"}"));
        crowds(friend);
        game.stack().settle();
    }

    /** Founds a crowd and stays, and invites somebody there; comes to another one and leaves. */
    private void crowds(Guest somebody) {
        var plaza = found("{\"template\":\"plaza\"}");
        fine(plaza);
        var invitation = "{\"playerId\":\"" + somebody.playerId() + "\"}";
        fine(send("POST", "/v1/groups/" + plaza.text("/groupId") + "/invitations", Map.of(), invitation));
        var left = friend.create("plaza", ",\"joinability\":\"OPEN\"").text("/groupId");
        fine(send("POST", "/v1/groups/" + left + "/members", Map.of(), "{}"));
        fine(send("DELETE", "/v1/groups/" + left + "/members/" + playerId(), Map.of(), ""));
    }

    private Answer found(String body) {
        var key = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        return send("POST", "/v1/groups", Map.of("idempotency-key", key), body);
    }

    private void befriend(String token, String other) {
        fine(game.send("PUT", "/v1/friends/" + other, token, ""));
    }

    private Answer send(String method, String path, Map<String, String> more, String body) {
        var headers = new TreeMap<>(more);
        headers.put("authorization", "Bearer " + token());
        if (!body.isEmpty()) {
            headers.put("content-type", "application/json");
        }
        return game.send(method, path, headers, body);
    }

    private String token() {
        return current.text("/accessToken");
    }

    private static void fine(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
    }
}
