package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands before the queue's door: turns that were kept back, wrong secrets, and sign-ins that come again. */
@Tag("stack")
final class QueueDoorTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final String MAINTENANCE = "{\"from\":\"2026-12-01T11:00:00Z\",\"until\":\"2026-12-01T18:00:00Z\"}";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void thirtyTurnsThatWereKeptBackComeInOneASecondOrNotAtAll() {
        gate("admission", "{\"perSecond\":1}");
        var tickets = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            tickets.add(ticket("hoarder-" + i).text("/ticket"));
        }
        for (int second = 0; second < 35; second++) {
            game.stack().advance(Duration.ofSeconds(1));
            game.send("GET", "/v1/login-queue", Map.of(), "");
        }
        assertThat(rush(tickets)).isEqualTo(1);
        game.stack().advance(Duration.ofSeconds(1));
        assertThat(rush(tickets)).isEqualTo(1);

        game.stack().advance(Duration.ofMinutes(3));
        var late = look(tickets.getLast());
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text("/type")).isEqualTo("/problems/invalid-queue-ticket");
        var refused = signIn("hoarder-29", "secret-of-device-of-hoarder-29", "", tickets.getLast());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/action")).as("at the end of the line").isEqualTo("queue");
    }

    private int rush(Iterable<String> tickets) {
        int in = 0;
        int player = 0;
        for (var ticket : tickets) {
            var device = "hoarder-" + player++;
            in += signIn(device, "secret-of-device-of-" + device, "", ticket).status() == 201 ? 1 : 0;
        }
        return in;
    }

    @Test
    void whoComesBackToTheirOwnLivingSessionMeetsNeitherTheQueueNorMaintenance() {
        var session = game.signIn("crashed").text("/sessionId");
        gate("admission", "{\"perSecond\":1}");
        assertThat(resume("crashed", session).text("/sessionId")).isEqualTo(session);
        gate("maintenance", MAINTENANCE);
        assertThat(resume("crashed", session).text("/sessionId")).isEqualTo(session);

        game.stack().advance(Duration.ofMinutes(10));
        var late = resume("crashed", session);
        assertThat(late.status()).as("it has no place any more").isEqualTo(503);
        assertThat(late.text("/type")).isEqualTo("/problems/maintenance");
    }

    private Game.Answer resume(String device, String session) {
        return game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"},
                 "platform":"switch","clientVersion":"1.4.0","resume":"%2$s"}""".formatted(device, session));
    }

    @Test
    void whoKnowsTheNameOfADeviceAndNotItsSecretGetsNeitherItsTicketNorItsPlace() {
        game.signIn("victim");
        gate("admission", "{\"perSecond\":1,\"queue\":\"when-needed\"}");
        var own = ticket("victim");
        assertThat(ticket("victim", "a-guess-at-the-secret").status()).isEqualTo(401);

        game.stack().advance(Duration.ofSeconds(1));
        assertThat(look(own.text("/ticket")).json().path("admitted").asBoolean())
                .isTrue();
        assertThat(signIn("victim", "a-guess-at-the-secret", "", own.text("/ticket"))
                        .status())
                .isEqualTo(401);
        assertThat(signIn("victim", "secret-of-device-of-victim", "", own.text("/ticket"))
                        .status())
                .isEqualTo(201);

        game.stack().advance(Duration.ofSeconds(1));
        assertThat(signIn("victim", "a-guess-at-the-secret", "", "").status()).isEqualTo(401);
        assertThat(game.signIn("honest").status())
                .as("the only place of this second is still there")
                .isEqualTo(201);
    }

    @Test
    void twoWhoSayTheSameNewDeviceHaveTicketsOfTheirOwn() {
        gate("admission", "{\"perSecond\":1}");
        var first = ticket("new");
        var other = ticket("new", "another-secret-of-it");

        assertThat(other.text("/number")).isNotEqualTo(first.text("/number"));
    }

    @Test
    void aSignInWhoseAnswerGotLostIsAnsweredAgainThoughTheGameIsFullOrClosed() {
        gate("admission", "{\"perSecond\":1,\"queue\":\"when-needed\"}");
        var first = keyed("k-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(keyed("k-2").status()).as("this second is full").isEqualTo(503);
        assertSame(keyed("k-1"), first);
        gate("admission", "{\"perSecond\":1}");
        assertSame(keyed("k-1"), first);
        gate("maintenance", MAINTENANCE);
        assertThat(keyed("k-2").text("/type")).isEqualTo("/problems/maintenance");
        assertSame(keyed("k-1"), first);
    }

    private static void assertSame(Game.Answer again, Game.Answer first) {
        assertThat(again.status()).as(again.response().body()).isEqualTo(201);
        assertThat(again.text("/sessionId")).isEqualTo(first.text("/sessionId"));
        assertThat(again.text("/refreshToken")).isEqualTo(first.text("/refreshToken"));
    }

    private Game.Answer keyed(String key) {
        return signIn("lossy", "secret-of-device-of-lossy", key, "");
    }

    private void gate(String name, String setting) {
        var answer = game.send("PUT", "/v1/gates/" + name, game.staff("operator"), setting);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        game.stack().advance(Duration.ofSeconds(6));
        game.send("GET", "/v1/login-queue", Map.of(), "");
    }

    private Game.Answer ticket(String device) {
        return ticket(device, "secret-of-device-of-" + device);
    }

    private Game.Answer ticket(String device, String secret) {
        return game.post("/v1/login-queue-tickets", "{\"credential\":%s}".formatted(credential(device, secret)));
    }

    private Game.Answer look(String ticket) {
        return game.send("GET", "/v1/login-queue", Map.of("queue-ticket", ticket), "");
    }

    private Game.Answer signIn(String device, String secret, String key, String ticket) {
        var json = Map.of("content-type", "application/json");
        var headers =
                key.isEmpty() ? json : Map.of("content-type", "application/json", "idempotency-key", '"' + key + '"');
        var held = ticket.isEmpty() ? "" : ",\"queueTicket\":\"" + ticket + "\"";
        return game.send("POST", "/v1/sessions", headers, """
                {"credential":%s,"platform":"switch","clientVersion":"1.4.0"%s}""".formatted(credential(device, secret), held));
    }

    private static String credential(String device, String secret) {
        return "{\"type\":\"device\",\"deviceId\":\"device-of-%s\",\"secret\":\"%s\"}".formatted(device, secret);
    }
}
