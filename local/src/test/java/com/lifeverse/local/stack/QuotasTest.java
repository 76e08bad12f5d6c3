package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers are held to: keys that say what is a repetition, and quotas that are told before they are used up. */
@Tag("stack")
final class QuotasTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void whoAsksForTooManyCodesHearsWhenToComeAgain() {
        var player = game.signIn("eager");
        var first = offer(player);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("ratelimit-policy")).isEqualTo("\"hand-off-codes\";q=10;w=60");
        assertThat(first.header("ratelimit")).isEqualTo("\"hand-off-codes\";r=9;t=60");
        for (int i = 2; i <= 10; i++) {
            assertThat(offer(player).status()).isEqualTo(201);
        }

        var refused = offer(player);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/type")).isEqualTo("/problems/too-many-attempts");
        assertThat(refused.header("retry-after")).isEqualTo("60");
        assertThat(refused.header("ratelimit")).isEqualTo("\"hand-off-codes\";r=0;t=60");
        assertThat(offer(game.signIn("somebody-else")).status()).isEqualTo(201);

        game.stack().advance(Duration.ofSeconds(60));
        assertThat(offer(player).status()).isEqualTo(201);
    }

    @Test
    void aRefusalTellsTheQuotaToo() {
        var player = game.signIn("gone");
        game.delete("/v1/sessions", player.text("/accessToken"));
        var refused = offer(player);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("ratelimit")).isEqualTo("\"hand-off-codes\";r=9;t=60");
    }

    @Test
    void ticketsOfTheQueueAreCountedByIdentity() {
        var body =
                "{\"credential\":{\"type\":\"device\",\"deviceId\":\"device-of-%s\",\"secret\":\"a-secret-of-that-device\"}}";
        for (int i = 1; i <= 20; i++) {
            assertThat(game.post("/v1/login-queue-tickets", body.formatted("pushy"))
                            .status())
                    .isEqualTo(201);
        }
        var refused = game.post("/v1/login-queue-tickets", body.formatted("pushy"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("60");
        assertThat(game.post("/v1/login-queue-tickets", body.formatted("patient"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoGuessesJoinCodesIsStoppedThoughOneWereRight() {
        var host = Guest.on(game, "host-with-a-code");
        var party = host.party("");
        var code = host.send("PUT", "/v1/groups/" + party + "/join-code", "").text("/joinCode");
        var guesser = Guest.on(game, "guesser");
        for (int i = 1; i <= 10; i++) {
            var wrong = join(guesser, "ZZZZZ" + i % 10);
            assertThat(wrong.status()).isEqualTo(404);
            assertThat(wrong.header("ratelimit")).isEqualTo("\"wrong-join-codes\";r=%d;t=60".formatted(10 - i));
        }
        var refused = join(guesser, code);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("60");
        assertThat(join(Guest.on(game, "guest-with-the-code"), code).status()).isEqualTo(200);

        game.stack().advance(Duration.ofSeconds(60));
        assertThat(join(guesser, code).status()).isEqualTo(200);
    }

    @Test
    void invitationsAndNewGroupsAreCountedByPlayer() {
        var host = Guest.on(game, "busy-host");
        var guest = Guest.on(game, "much-invited");
        var party = host.party("");
        for (int i = 1; i <= 60; i++) {
            assertThat(host.invite(party, guest).status()).isEqualTo(200);
        }
        var refused = host.invite(party, guest);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("ratelimit-policy")).isEqualTo("\"group-invitations\";q=60;w=60");
        for (int i = 2; i <= 20; i++) {
            assertThat(host.create("party", "").status()).isEqualTo(201);
        }
        assertThat(host.create("party", "").header("retry-after")).isEqualTo("60");
    }

    @Test
    void whoAsksAgainForAGroupThatTheyMadeIsAnsweredThoughTheyMayMakeNoMore() {
        var host = Guest.on(game, "insistent-host");
        var first = found(host, "first", "party");
        for (int i = 2; i <= 20; i++) {
            host.create("party", "");
        }
        assertThat(found(host, "another", "party").status()).isEqualTo(429);
        var again = found(host, "first", "party");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/groupId")).isEqualTo(first.text("/groupId"));
        assertThat(again.header("ratelimit")).isEqualTo("\"group-creations\";r=0;t=60");
        assertThat(found(host, "first", "lobby").status()).isEqualTo(422);
    }

    @Test
    void whoAsksForFriendshipAgainAndAgainIsAskedToWait() {
        var pest = Guest.on(game, "pest");
        var other = "/v1/friends/" + Guest.on(game, "pestered").playerId();
        for (int i = 1; i <= 15; i++) {
            assertThat(pest.send("PUT", other, "").status()).isEqualTo(202);
            assertThat(pest.send("DELETE", other, "").status()).isEqualTo(204);
        }
        var refused = pest.send("PUT", other, "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("60");
        assertThat(refused.header("ratelimit-policy")).isEqualTo("\"friendships\";q=30;w=60");
        assertThat(refused.header("ratelimit")).isEqualTo("\"friendships\";r=0;t=60");

        game.stack().advance(Duration.ofSeconds(60));
        assertThat(pest.send("PUT", other, "").status()).isEqualTo(202);
    }

    @Test
    void whatMakesAnotherThingEachTimeDemandsAKey() {
        var player = game.signIn("founder");
        var without = game.send("POST", "/v1/groups", player.text("/accessToken"), "{\"template\":\"party\"}");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.text("/type")).isEqualTo("/problems/idempotency-key-required");

        var malformed = game.send(
                "POST",
                "/v1/groups",
                Map.of(
                        "authorization",
                        "Bearer " + player.text("/accessToken"),
                        "content-type",
                        "application/json",
                        "idempotency-key",
                        "unquoted"),
                "{\"template\":\"party\"}");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().findValuesAsText("parameter")).containsExactly("Idempotency-Key");
        var server = game.serve("POST", "/v1/server-groups", Map.of(), "{\"template\":\"match\",\"seats\":4}");
        assertThat(server.text("/type")).isEqualTo("/problems/idempotency-key-required");
    }

    private static Game.Answer found(Guest host, String key, String template) {
        var headers = Map.of("idempotency-key", "\"" + key + "\"");
        return host.send("POST", "/v1/groups", headers, "{\"template\":\"%s\"}".formatted(template));
    }

    private static Game.Answer join(Guest guest, String code) {
        return guest.send("POST", "/v1/group-joins", "{\"code\":\"%s\"}".formatted(code));
    }

    private Game.Answer offer(Game.Answer player) {
        return game.send(
                "POST",
                "/v1/sessions/" + player.text("/sessionId") + "/hand-off-codes",
                player.text("/accessToken"),
                "");
    }
}
