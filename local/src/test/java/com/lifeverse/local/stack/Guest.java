package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A signed-in player who has to do with groups, as tests speak of them. */
record Guest(Game game, String playerId, String sessionId, String token, String refreshToken) {
    private static final AtomicInteger MADE = new AtomicInteger();

    static Guest on(Game game, String name, String platform) {
        var answer = game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"},
                 "platform":"%2$s","clientVersion":"1.4.0"}""".formatted(name, platform));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return new Guest(
                game,
                answer.text("/playerId"),
                answer.text("/sessionId"),
                answer.text("/accessToken"),
                answer.text("/refreshToken"));
    }

    static Guest on(Game game, String name) {
        return on(game, name, "pc");
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        var all = new TreeMap<>(headers);
        all.put("authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            all.put("content-type", "application/json");
        }
        return game.send(method, path, all, body);
    }

    Answer send(String method, String path, String body) {
        return send(method, path, Map.of(), body);
    }

    /** Makes a group; {@code more} are further members of the body, each behind a comma. */
    Answer create(String template, String more) {
        var key = Map.of("idempotency-key", "\"group-" + MADE.incrementAndGet() + "\"");
        return send("POST", "/v1/groups", key, "{\"template\":\"%s\"%s}".formatted(template, more));
    }

    String party() {
        return party(",\"joinability\":\"OPEN\"");
    }

    String party(String more) {
        var answer = create("party", more);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.text("/groupId");
    }

    Answer read(String group) {
        return send("GET", "/v1/groups/" + group, "");
    }

    Answer join(String group) {
        return send("POST", "/v1/groups/" + group + "/members", "{}");
    }

    Answer leave(String group) {
        return remove(group, playerId);
    }

    Answer remove(String group, String player) {
        return send("DELETE", "/v1/groups/" + group + "/members/" + player, "");
    }

    Answer invite(String group, Guest guest) {
        return send("POST", "/v1/groups/" + group + "/invitations", "{\"playerId\":\"%s\"}".formatted(guest.playerId));
    }

    Answer connect(String group) {
        return send("PUT", "/v1/groups/" + group + "/members/" + playerId + "/connection", "");
    }

    Answer disconnect(String group) {
        return send("DELETE", "/v1/groups/" + group + "/members/" + playerId + "/connection", "");
    }

    Answer change(String group, String etag, String body) {
        return send("PATCH", "/v1/groups/" + group, Map.of("if-match", etag), body);
    }

    /** What the group says this player is to it. */
    String stateIn(Answer group) {
        for (var member : group.json().path("members")) {
            if (member.path("playerId").asText().equals(playerId)) {
                return member.path("state").asText();
            }
        }
        return "";
    }
}
