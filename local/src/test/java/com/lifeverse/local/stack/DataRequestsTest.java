package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may ask for what is kept about a player, and that they can fetch it. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class DataRequestsTest {
    private Game game;
    private Life life;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        life = Life.of(game, "leaver");
    }

    @AfterEach
    void stop() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void anExportHasEverythingTheErasureWouldReachAndCanBeFetchedForADay() {
        var asked = life.ask("data-exports");
        assertThat(life.ask("data-exports").text("/requestId")).isEqualTo(asked.text("/requestId"));
        game.stack().settle();
        var token = life.current().text("/accessToken");
        var ready = game.get("/v1/data-exports/" + asked.text("/requestId"), token);
        assertThat(ready.text("/state")).isEqualTo("ready");
        var things = new StringBuilder();
        for (var part : ready.json().path("parts")) {
            var got = game.get(part.asText(), token);
            assertThat(got.status()).isEqualTo(200);
            got.json()
                    .path("entries")
                    .findValuesAsText("what")
                    .forEach(what -> things.append(what).append(' '));
            assertThat(got.response().body())
                    .doesNotContain("\"hash\"", "\"salt\"", life.blocker().playerId());
        }
        assertThat(things.toString())
                .contains("profile", "identity", "inbox-message", "preferences", "friend", "friend-request", "block")
                .contains("live-item", "history-entry", "presence", "seat", "former-seat", "grant", "trigger-state")
                .contains("game-profile");

        var stranger = game.signIn("stranger").text("/accessToken");
        assertThat(game.get(ready.json().at("/parts/0").asText(), stranger).status())
                .isEqualTo(404);
        game.stack().advance(Duration.ofHours(25));
        var late = life.signInAgain();
        assertThat(game.get(ready.json().at("/parts/0").asText(), late.text("/accessToken"))
                        .text("/type"))
                .isEqualTo("/problems/export-expired");
    }

    @Test
    void anExportGoesWithItsPlayer() {
        var export = "/v1/data-exports/" + life.ask("data-exports").text("/requestId");
        var token = life.current().text("/accessToken");
        game.stack().settle();
        assertThat(game.get(export, token).text("/state")).isEqualTo("ready");
        assertThat(Traces.of(game).objectsWith(life.friend().playerId())).isNotEmpty();
        life.ask("data-erasures");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));
        assertThat(Traces.of(game).objects()).isEmpty();

        var gone = game.get(export, token);
        assertThat(gone.text("/state")).isEqualTo("erased");
        assertThat(gone.json().has("parts")).isFalse();
        var staff = game.staff("operator");
        var requests = game.get("/v1/players/" + life.playerId() + "/data-requests", staff);
        assertThat(requests.json().findValuesAsText("state")).containsExactly("erased", "erased");
        assertThat(game.send("POST", "/v1/players/" + life.playerId() + "/data-exports", staff, "")
                        .text("/type"))
                .isEqualTo("/problems/player-not-found");
    }

    @Test
    void onlyThePlayerWithAFreshSessionOrAnOperatorMayAsk() {
        var session = life.current();
        game.stack().advance(Duration.ofMinutes(4));
        var renewed = game.renew(session.text("/sessionId"), session.text("/refreshToken"));
        for (int renewals = 0; renewals < 3; renewals++) {
            game.stack().advance(Duration.ofMinutes(4));
            renewed = game.renew(session.text("/sessionId"), renewed.text("/refreshToken"));
        }
        assertThat(renewed.status()).isEqualTo(200);
        var stale = life.ask("data-erasures");
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.text("/type")).isEqualTo("/problems/recent-sign-in-required");
        assertThat(stale.text("/action")).isEqualTo("sign-in-again");
        var path = "/v1/players/" + life.playerId() + "/data-erasures";
        assertThat(game.send("POST", path, Map.of("authorization", "Bearer " + game.staff("viewer")), "")
                        .status())
                .isEqualTo(403);
        var nobody = "/v1/players/ply_019b7600-0000-7000-8000-000000000009/data-erasures";
        assertThat(game.send("POST", nobody, Map.of("authorization", "Bearer " + game.staff("operator")), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void askingCostsTwoReadsAndOneWrite() {
        game.stack().settle();
        var rights = game.stack().ref("RightsTable");
        var live = game.stack().ref("LiveTable");
        var before = game.stack().consumed(live);
        life.ask("data-exports");
        assertThat(game.stack().consumed(rights).writeUnits()).isEqualTo(1);
        assertThat(game.stack().consumed(rights).readUnits()).isEqualTo(1);
        assertThat(game.stack().consumed(live).readUnits() - before.readUnits()).isEqualTo(1);
    }
}
