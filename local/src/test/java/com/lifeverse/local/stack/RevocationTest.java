package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Meets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing out everywhere, kicks and bans, as players and staff meet them. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class RevocationTest {
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start();
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    @Test
    @Meets("ASVS 7.4.2")
    void aPlayerBannedWhilePlayingHearsWhyAndUntilWhenAtTheNextRenewAndAtSignIn() {
        var player = game.signIn("cheater");
        var until = game.stack().now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        var banned = ban(player, "{\"reason\":\"cheating\",\"until\":\"" + until + "\"}", "operator");
        assertThat(banned.status()).isEqualTo(200);
        assertThat(banned.text("/ban/until")).isEqualTo(until.toString());

        for (var answer : List.of(renew(player), game.signIn("cheater"), session(player))) {
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(403);
            assertThat(answer.text("/type")).isEqualTo("/problems/player-banned");
            assertThat(answer.text("/reason")).isEqualTo("cheating");
            assertThat(answer.text("/until")).isEqualTo(until.toString());
        }

        assertThat(game.delete(players(player) + "/ban", game.staff("operator")).status())
                .isEqualTo(200);
        assertThat(game.signIn("cheater").status()).isEqualTo(201);
    }

    @Test
    @Meets("ASVS 7.4.5")
    void aKickedPlayerHearsThatAndMaySignInAgain() {
        var player = game.signIn("rowdy");
        assertThat(game.delete(players(player) + "/sessions", game.staff("operator"))
                        .status())
                .isEqualTo(200);

        assertThat(renew(player).text("/reason")).isEqualTo("kicked");
        assertThat(session(player).text("/reason")).isEqualTo("kicked");
        assertThat(game.signIn("rowdy").status()).isEqualTo(201);
    }

    @Test
    @Meets({"ASVS 7.4.3", "ASVS 10.4.9"})
    void signingOutEverywhereEndsTheSessionAndItsTokens() {
        var player = game.signIn("careful");
        assertThat(game.delete("/v1/sessions", player.text("/accessToken")).status())
                .isEqualTo(204);

        assertThat(renew(player).text("/reason")).isEqualTo("signed-out-everywhere");
        assertThat(game.delete("/v1/sessions", player.text("/accessToken")).status())
                .isEqualTo(401);
        assertThat(game.get("/v1/sessions", player.text("/accessToken")).status())
                .isEqualTo(401);
    }

    @Test
    void onlyOperatorsActAndOnlyStaffLook() {
        var player = game.signIn("bystander");
        assertThat(ban(player, "{\"reason\":\"cheating\"}", "viewer").status()).isEqualTo(403);
        assertThat(game.get(players(player) + "/ban", game.staff("viewer")).status())
                .isEqualTo(200);
        assertThat(game.get(players(player) + "/ban", player.text("/accessToken"))
                        .status())
                .isEqualTo(401);
        assertThat(renew(player).status()).isEqualTo(200);
    }

    @Test
    void aBanSaysEverythingThatIsWrongWithIt() {
        var player = game.signIn("unbanned");
        var refused = ban(player, "{\"reason\":\"He cheats\",\"until\":\"2020-01-01T00:00:00Z\"}", "operator");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("pointer")).containsExactlyInAnyOrder("/reason", "/until");
        var nobody = "/v1/players/ply_019b7600-0000-7000-8000-000000000009/sessions";
        assertThat(game.delete(nobody, game.staff("operator")).status()).isEqualTo(404);
    }

    private static Game.Answer ban(Game.Answer player, String body, String role) {
        return game.send("PUT", players(player) + "/ban", game.staff(role), body);
    }

    private static String players(Game.Answer player) {
        return "/v1/players/" + player.text("/playerId");
    }

    private static Game.Answer renew(Game.Answer player) {
        return game.renew(player.text("/sessionId"), player.text("/refreshToken"));
    }

    private static Game.Answer session(Game.Answer player) {
        return game.get("/v1/sessions/" + player.text("/sessionId"), player.text("/accessToken"));
    }
}
