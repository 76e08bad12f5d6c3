package com.lifeverse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.stack.Guest;
import com.lifeverse.local.stack.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who plays: signed in on a device, and, once they listen, reached by push. */
final class Persona {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Game game;
    private Guest guest;
    private String refreshToken;

    @Nullable
    private Socket socket;

    private Persona(Game game, Guest guest) {
        this.game = game;
        this.guest = guest;
        this.refreshToken = guest.refreshToken();
    }

    static Persona on(Game game, String name, String platform) {
        return new Persona(game, Guest.on(game, name, platform));
    }

    /** As {@link #on}, with an open connection. */
    static Persona listening(Game game, String name, String platform) {
        var persona = on(game, name, platform);
        persona.listen();
        return persona;
    }

    /** The same player as whoever answered so, on that device. */
    static Persona of(Game game, Answer signedIn) {
        return new Persona(game, Guest.of(game, signedIn));
    }

    Guest plays() {
        return guest;
    }

    String playerId() {
        return guest.playerId();
    }

    Persona listen() {
        var ticket = guest.send("POST", "/v1/notice-tickets", "");
        assertThat(ticket.status()).as(ticket.response().body()).isEqualTo(201);
        socket = Socket.open(HTTP, game.stack().noticesUrl() + "/live?ticket=" + ticket.text("/ticket"));
        game.stack().settle();
        return this;
    }

    /** The connection breaks. */
    void isCutOff() {
        line().close();
        line().status();
        socket = null;
        game.stack().settle();
    }

    /** The next notice on that topic; those on others are passed by. */
    JsonNode hears(String topic) {
        game.stack().settle();
        var notice = line().next();
        while (!notice.path("topic").asText().equals(topic)) {
            notice = line().next();
        }
        return notice;
    }

    /** Fails unless the other side has closed the connection. */
    void isHungUp() {
        assertThat(line().status()).isEqualTo(1001);
        socket = null;
    }

    /** Renews, with the tokens of last time, and says something over the connection so that it does not fall idle. */
    Answer renews() {
        if (socket != null) {
            socket.send("{}");
            socket.ping();
        }
        var answer = game.renew(guest.sessionId(), refreshToken);
        if (answer.status() == 200) {
            refreshToken = answer.text("/refreshToken");
            if (answer.json().has("accessToken")) {
                guest = guest.with(answer.text("/accessToken"));
            }
        }
        return answer;
    }

    /** Renews every four minutes, as games do. */
    void keepsPlaying(Duration time) {
        for (long minutes = 4; minutes <= time.toMinutes(); minutes += 4) {
            game.stack().advance(Duration.ofMinutes(4));
            var answer = renews();
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        }
    }

    void prefers(String crossPlay, String accessibility) {
        var etag = Map.of("if-match", guest.send("GET", "/v1/preferences", "").header("etag"));
        var saved = guest.send("PUT", "/v1/preferences", etag, """
                {"crossPlay":"%s","accessibility":{%s},"presence":"everyone"}""".formatted(crossPlay, accessibility));
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(200);
    }

    /** What the group, as this persona sees it, says of the other one. */
    String sees(Persona other, String group) {
        return other.guest.stateIn(guest.read(group));
    }

    private Socket line() {
        return Objects.requireNonNull(socket, "whoever hears has listened");
    }
}
