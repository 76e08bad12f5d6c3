package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.history.PlainWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way a session can end, brought about over HTTP: the one who asks why hears it in plain words. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class EveryEndTest {
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksWhyHearsItInPlainWords(EndReason reason) {
        var device = "ended-by-" + reason.slug();
        var player = game.signIn(device);
        end(reason, device, player);
        game.stack().settle();

        var why = game.get("/v1/sessions/" + player.text("/sessionId") + "/history", game.staff("viewer"));
        if (reason == EndReason.ERASED) {
            // What happened is a part of what is erased: that is the answer, and the client heard it too.
            assertThat(why.status()).isEqualTo(404);
            assertThat(why.text("/detail")).contains("goes at once when a player's data is erased");
            assertThat(renew(player, player.text("/refreshToken")).status()).isBetween(401, 409);
            return;
        }
        assertThat(why.status()).as(why.response().body()).isEqualTo(200);
        assertThat(why.text("/state")).isEqualTo("ended");
        assertThat(why.text("/why")).startsWith("It ended at ").contains(words(reason));
        assertThat(why.json().at("/entries").findValuesAsText("words")).anyMatch(line -> line.contains(words(reason)));
    }

    /** The first sentence: behind it stands where it happened. */
    private static String words(EndReason reason) {
        var words = PlainWords.of(reason, Optional.empty());
        return words.substring(0, words.indexOf(reason == EndReason.REPLACED ? " again" : "."));
    }

    private static void end(EndReason reason, String device, Game.Answer player) {
        var access = player.text("/accessToken");
        var players = "/v1/players/" + player.text("/playerId");
        switch (reason) {
            case REPLACED -> done(game.signIn(device), 201);
            case SIGNED_OUT -> done(game.delete("/v1/sessions/" + player.text("/sessionId"), access), 204);
            case SIGNED_OUT_EVERYWHERE -> done(game.delete("/v1/sessions", access), 204);
            case LEASE_EXPIRED -> game.stack().advance(Duration.ofMinutes(21));
            case SIGN_IN_EXPIRED -> renewForAWeek(player);
            case REFRESH_TOKEN_REUSED -> {
                var second = renew(player, player.text("/refreshToken"));
                done(renew(player, second.text("/refreshToken")), 200);
                done(renew(player, player.text("/refreshToken")), 401);
            }
            case KICKED -> done(game.delete(players + "/sessions", game.staff("operator")), 200);
            case BANNED ->
                done(game.send("PUT", players + "/ban", game.staff("operator"), "{\"reason\":\"cheating\"}"), 200);
            case ERASED -> done(game.send("POST", players + "/data-erasures", game.staff("operator"), ""), 202);
        }
    }

    /** A game that is never left: it renews in time until no token of its sign-in may. */
    private static void renewForAWeek(Game.Answer player) {
        var week = game.stack().now().plus(Duration.ofDays(7));
        var token = player.text("/refreshToken");
        while (!game.stack().now().isAfter(week)) {
            game.stack().advance(Duration.ofMinutes(6));
            var renewed = renew(player, token);
            if (renewed.status() != 200) {
                assertThat(renewed.text("/type")).isEqualTo("/problems/refresh-token-expired");
                return;
            }
            token = renewed.text("/refreshToken");
        }
        throw new AssertionError("A sign-in went on for more than a week");
    }

    private static Game.Answer renew(Game.Answer player, String token) {
        return game.renew(player.text("/sessionId"), token);
    }

    private static void done(Game.Answer answer, int status) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    }
}
