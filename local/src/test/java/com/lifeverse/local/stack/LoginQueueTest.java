package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A storm of sign-ins waits in line, and who plays does not notice. */
@Tag("stack")
final class LoginQueueTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void whoComesWhileTheGameIsFullComesInByTicketInTurnAndOnce() {
        var player = game.signIn("already-in");
        close();
        var refused = game.signIn("first");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/type")).isEqualTo("/problems/at-capacity");
        assertThat(refused.text("/action")).isEqualTo("queue");

        var first = ticket("first", "");
        var second = ticket("second", "");
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(second.json().path("position").asInt()).isEqualTo(2);
        assertThat(signIn("first", first.text("/ticket")).status()).isEqualTo(503);

        game.stack().advance(Duration.ofSeconds(1));
        assertThat(look(first).json().path("admitted").asBoolean()).isTrue();
        assertThat(look(second).json().path("position").asInt()).isEqualTo(1);
        assertThat(signIn("first", first.text("/ticket")).status()).isEqualTo(201);
        assertThat(signIn("first", first.text("/ticket")).status()).as("used").isEqualTo(503);
        var early = signIn("second", second.text("/ticket"));
        assertThat(early.status()).as("too early").isEqualTo(503);
        assertThat(early.text("/action")).isEqualTo("wait");
        assertThat(early.header("retry-after")).isEqualTo("2");
        assertThat(signIn("thief", second.text("/ticket")).status())
                .as("not the holder")
                .isEqualTo(401);
        game.stack().advance(Duration.ofSeconds(1));
        assertThat(signIn("second", second.text("/ticket")).status()).isEqualTo(201);
        assertThat(game.renew(player.text("/sessionId"), player.text("/refreshToken"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoWasHereMinutesAgoWaitsInALaneOfTheirOwn() {
        var player = game.signIn("dropped-out");
        game.stack().advance(Duration.ofMinutes(8));
        close();

        assertThat(ticket("dropped-out", player.text("/refreshToken")).text("/lane"))
                .isEqualTo("reconnecting");
        assertThat(ticket("somebody-else", player.text("/refreshToken")).text("/lane"))
                .isEqualTo("standard");
    }

    @Test
    void whoIsServedIsASmallDocumentThatACacheMayKeep() {
        close();
        ticket("only", "");
        game.stack().advance(Duration.ofSeconds(4));
        var serving = game.send("GET", "/v1/login-queue", Map.of(), "");

        assertThat(serving.header("cache-control")).isEqualTo("public, max-age=1");
        assertThat(serving.json().at("/served/standard").asInt()).isEqualTo(1);
        assertThat(serving.response().body().length()).isLessThan(300);
        game.delete("/v1/gates/admission", game.staff("operator"));
        game.stack().advance(Duration.ofSeconds(6));
        assertThat(game.send("GET", "/v1/login-queue", Map.of(), "")
                        .json()
                        .path("open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theQueueIsThereWhenMoreComeThanMayAndGoneWhenNobodyWaits() {
        gate("{\"perSecond\":2,\"queue\":\"when-needed\"}");
        assertThat(game.signIn("one").status()).isEqualTo(201);
        assertThat(game.signIn("two").status()).isEqualTo(201);
        var refused = game.signIn("three");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/action")).isEqualTo("queue");

        var ticket = ticket("three", "");
        game.stack().advance(Duration.ofSeconds(1));
        assertThat(signIn("three", ticket.text("/ticket")).status()).isEqualTo(201);
        game.stack().advance(Duration.ofSeconds(1));
        assertThat(game.signIn("four").status()).isEqualTo(201);
    }

    @Test
    void whileAsManyAreOnlineAsMayBeTheyWaitUntilTheCensusFindsRoom() {
        gate("{\"perSecond\":5,\"queue\":\"when-needed\",\"mostPlayers\":2}");
        assertThat(game.signIn("one").status()).isEqualTo(201);
        assertThat(game.signIn("two").status()).isEqualTo(201);
        assertThat(game.signIn("three").status()).isEqualTo(503);
        var ticket = ticket("three", "");
        game.stack().advance(Duration.ofMinutes(1));
        assertThat(look(ticket).json().path("admitted").asBoolean()).isFalse();

        game.stack().advance(Duration.ofMinutes(21));
        look(ticket);
        game.stack().advance(Duration.ofMinutes(10));
        assertThat(look(ticket).json().path("admitted").asBoolean()).isTrue();
        assertThat(signIn("three", ticket.text("/ticket")).status()).isEqualTo(201);
    }

    @Test
    void whoAsksAgainForALostTicketStandsWhereTheyStood() {
        close();
        var first = ticket("forgetful", "");
        ticket("somebody-else", "");

        assertThat(ticket("forgetful", "").text("/ticket")).isEqualTo(first.text("/ticket"));
    }

    @Test
    void whoHasPrecedenceWaitsInALaneOfTheirOwn() {
        var player = game.signIn("patron");
        var precedence = "/v1/players/" + player.text("/playerId") + "/precedence";
        assertThat(game.send("PUT", precedence, game.staff("viewer"), "{}").status())
                .isEqualTo(403);
        assertThat(game.send("PUT", precedence, game.staff("operator"), "{}").status())
                .isEqualTo(204);
        close();
        assertThat(ticket("patron", "").text("/lane")).isEqualTo("vip");

        assertThat(game.delete(precedence, game.staff("operator")).status()).isEqualTo(204);
        game.stack().advance(Duration.ofHours(2));
        assertThat(ticket("patron", "").text("/lane")).isEqualTo("standard");
    }

    private void gate(String setting) {
        assertThat(game.send("PUT", "/v1/gates/admission", game.staff("operator"), setting)
                        .status())
                .isEqualTo(200);
        game.stack().advance(Duration.ofSeconds(6));
    }

    private void close() {
        gate("{\"perSecond\":1}");
        game.send("GET", "/v1/login-queue", Map.of(), "");
    }

    private Game.Answer ticket(String device, String refreshToken) {
        var refresh = refreshToken.isEmpty() ? "" : ",\"refreshToken\":\"" + refreshToken + "\"";
        return game.post("/v1/login-queue-tickets", "{\"credential\":%s%s}".formatted(credential(device), refresh));
    }

    private Game.Answer look(Game.Answer ticket) {
        return game.send("GET", "/v1/login-queue", Map.of("queue-ticket", ticket.text("/ticket")), "");
    }

    private Game.Answer signIn(String device, String ticket) {
        return game.post("/v1/sessions", """
                {"credential":%s,"platform":"switch","clientVersion":"1.4.0","queueTicket":"%s"}""".formatted(credential(device), ticket));
    }

    private static String credential(String device) {
        return "{\"type\":\"device\",\"deviceId\":\"device-of-%1$s\",\"secret\":\"secret-of-device-of-%1$s\"}"
                .formatted(device);
    }
}
