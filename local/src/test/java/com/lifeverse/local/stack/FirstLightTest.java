package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job, whole. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class FirstLightTest {
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
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void aWinIsRewardedOnceAndTheNextRenewSaysSo() {
        var player = game.signIn("winner");
        game.win(player.text("/playerId"), "match-of-the-winner");
        game.stack().settle();
        var renewed = game.renew(player.text("/sessionId"), player.text("/refreshToken"));
        assertThat(renewed.json().path("noticeRevision").asInt()).isEqualTo(2);
        var inbox = game.inbox(player.text("/accessToken"));
        assertThat(inbox).hasSize(2);
        assertThat(inbox.findValues("item")).singleElement().hasToString("\"coins\"");
    }

    @Test
    void aHundredTellingsOfTheSameWinAreOneReward() {
        var player = game.signIn("insisted");
        for (int i = 0; i < 100; i++) {
            assertThat(game.win(player.text("/playerId"), "match-insisted").status())
                    .isEqualTo(202);
        }
        game.stack().settle();
        assertThat(game.inbox(player.text("/accessToken")).findValues("grantId"))
                .hasSize(1);
    }

    @Test
    void aSecondWinOnTheSameDayIsNotRewarded() {
        var player = game.signIn("champion");
        game.win(player.text("/playerId"), "champion-1");
        game.win(player.text("/playerId"), "champion-2");
        game.stack().settle();
        assertThat(game.inbox(player.text("/accessToken")).findValues("grantId"))
                .hasSize(1);
    }

    @Test
    void aLossIsNotRewarded() {
        var player = game.signIn("loser");
        game.tell("""
                {"type":"match.ended.v1","playerId":"%s","deduplicationId":"lost",
                 "payload":{"matchId":"lost","mode":"duel","outcome":"loss","durationSeconds":12}}""".formatted(player.text("/playerId")));
        game.stack().settle();
        assertThat(game.inbox(player.text("/accessToken"))).isEmpty();
    }

    @Test
    void whoIsOfflineFindsTheRewardLater() {
        var player = game.signIn("sleeper");
        game.send(
                "DELETE",
                "/v1/sessions/" + player.text("/sessionId"),
                Map.of("authorization", "Bearer " + player.text("/accessToken")),
                "");
        game.win(player.text("/playerId"), "while-asleep");
        game.stack().settle();
        var back = game.signIn("sleeper");
        assertThat(back.text("/playerId")).isEqualTo(player.text("/playerId"));
        assertThat(back.json().path("newPlayer").asBoolean()).isFalse();
        assertThat(game.inbox(back.text("/accessToken"))).hasSize(2);
    }

    @Test
    void theSameIdempotencyKeyIsTheSameSession() {
        var key = Map.of("idempotency-key", "\"once\"");
        var first = game.signIn("hesitant", key);
        var again = game.signIn("hesitant", key);
        assertThat(again.text("/sessionId")).isEqualTo(first.text("/sessionId"));
        assertThat(again.text("/refreshToken")).isEqualTo(first.text("/refreshToken"));
        var other = game.signIn("somebody-else", key);
        assertThat(other.text("/playerId")).isNotEqualTo(first.text("/playerId"));
    }

    @Test
    void aNewDeviceOfTheSamePlayerReplacesTheOldSession() {
        var old = game.signIn("mover");
        var fresh = game.signIn("mover");
        assertThat(fresh.text("/sessionId")).isNotEqualTo(old.text("/sessionId"));
        var refused = game.renew(old.text("/sessionId"), old.text("/refreshToken"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/type")).isEqualTo("/problems/session-ended");
        assertThat(game.get("/v1/sessions/" + old.text("/sessionId"), old.text("/accessToken"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheFamily() {
        var player = game.signIn("robbed");
        var session = player.text("/sessionId");
        var first = player.text("/refreshToken");
        var second = game.renew(session, first).text("/refreshToken");
        var third = game.renew(session, second).text("/refreshToken");
        var thief = game.renew(session, first);
        assertThat(thief.status()).isEqualTo(401);
        assertThat(thief.text("/type")).isEqualTo("/problems/refresh-token-reused");
        assertThat(game.renew(session, third).text("/type")).isEqualTo("/problems/session-ended");
        game.stack().settle();
    }

    @Test
    void staffSeeTheTriggersInForceAndPlayersDoNot() {
        var token = game.post("/_local/staff-tokens", "{\"role\":\"viewer\",\"name\":\"sam\"}")
                .text("/token");
        var triggers = game.get("/v1/triggers", token);
        assertThat(triggers.json().findValuesAsText("trigger")).contains("first-win-of-the-day");
        assertThat(game.get("/v1/triggers/first-win-of-the-day", token).text("/owner"))
                .isEqualTo("economy-team");
        var player = game.signIn("curious").text("/accessToken");
        assertThat(game.get("/v1/triggers", player).status()).isEqualTo(401);
    }
}
