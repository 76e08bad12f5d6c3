package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A signed-in player who has to do with groups, as tests speak of them. */
public record Guest(Game game, String playerId, String sessionId, String token, String refreshToken) {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Whoever was signed in by this answer. */
    public static Guest of(Game game, Answer signedIn) {
        assertThat(signedIn.status()).as(signedIn.response().body()).isEqualTo(201);
        return new Guest(
                game,
                signedIn.text("/playerId"),
                signedIn.text("/sessionId"),
                signedIn.text("/accessToken"),
                signedIn.text("/refreshToken"));
    }

    /** The same with another access token. */
    public Guest with(String accessToken) {
        return new Guest(game, playerId, sessionId, accessToken, refreshToken);
    }

    public static Guest on(Game game, String name, String platform) {
        var answer = game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"},
                 "platform":"%2$s","clientVersion":"1.4.0"}""".formatted(name, platform));
        return of(game, answer);
    }

    public static Guest on(Game game, String name) {
        return on(game, name, "pc");
    }

    public Answer send(String method, String path, Map<String, String> headers, String body) {
        var all = new TreeMap<>(headers);
        all.put("authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            all.put("content-type", "application/json");
        }
        return game.send(method, path, all, body);
    }

    public Answer send(String method, String path, String body) {
        return send(method, path, Map.of(), body);
    }

    /** Makes a group; {@code more} are further members of the body, each behind a comma. */
    public Answer create(String template, String more) {
        var key = Map.of("idempotency-key", "\"group-" + MADE.incrementAndGet() + "\"");
        return send("POST", "/v1/groups", key, "{\"template\":\"%s\"%s}".formatted(template, more));
    }

    public String party() {
        return party(",\"joinability\":\"OPEN\"");
    }

    public String party(String more) {
        var answer = create("party", more);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.text("/groupId");
    }

    public Answer read(String group) {
        return send("GET", "/v1/groups/" + group, "");
    }

    public Answer join(String group) {
        return send("POST", "/v1/groups/" + group + "/members", "{}");
    }

    public Answer leave(String group) {
        return remove(group, playerId);
    }

    public Answer remove(String group, String player) {
        return send("DELETE", "/v1/groups/" + group + "/members/" + player, "");
    }

    public Answer invite(String group, Guest guest) {
        return send("POST", "/v1/groups/" + group + "/invitations", "{\"playerId\":\"%s\"}".formatted(guest.playerId));
    }

    public Answer connect(String group) {
        return send("PUT", "/v1/groups/" + group + "/members/" + playerId + "/connection", "");
    }

    public Answer disconnect(String group) {
        return send("DELETE", "/v1/groups/" + group + "/members/" + playerId + "/connection", "");
    }

    public Answer change(String group, String etag, String body) {
        return send("PATCH", "/v1/groups/" + group, Map.of("if-match", etag), body);
    }

    /** What the group says this player is to it. */
    public String stateIn(Answer group) {
        for (var member : group.json().path("members")) {
            if (member.path("playerId").asText().equals(playerId)) {
                return member.path("state").asText();
            }
        }
        return "";
    }
}
