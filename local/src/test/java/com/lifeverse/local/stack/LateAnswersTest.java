package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who comes late, with a sign-in that was done long ago or a token of a session that is over, hears what happened. */
@Tag("stack")
final class LateAnswersTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void aLateRepetitionAfterASignOutStartsNothing() {
        var first = keyed("k-1", "switch");
        game.delete("/v1/sessions/" + first.text("/sessionId"), first.text("/accessToken"));
        assertOver(keyed("k-1", "switch"), "signed-out");

        // A day later the live item is gone, and the history knows.
        game.stack().advance(Duration.ofDays(1));
        assertOver(keyed("k-1", "switch"), "signed-out");
        var other = keyed("k-1", "ios");
        assertThat(other.status()).as("another body").isEqualTo(422);
        assertThat(keyed("k-2", "switch").status()).isEqualTo(201);
    }

    @Test
    void aLateRepetitionThrowsNoNewerDeviceOutAndUndoesNoKick() {
        var first = keyed("k-1", "switch");
        var newer = keyed("k-2", "ios");
        var late = keyed("k-1", "switch");
        assertOver(late, "replaced");
        assertThat(late.text("/platform")).isEqualTo("ios");
        assertThat(game.renew(newer.text("/sessionId"), newer.text("/refreshToken"))
                        .status())
                .isEqualTo(200);

        kick(first);
        assertOver(keyed("k-2", "ios"), "kicked");
    }

    @Test
    void aDeviceThatWasKickedHearsSoThoughOthersCameAndWentSince() {
        var kicked = game.signIn("often");
        kick(kicked);
        game.stack().settle();
        for (int i = 0; i < 9; i++) {
            game.signIn("often");
        }
        var refused = game.renew(kicked.text("/sessionId"), kicked.text("/refreshToken"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/type")).isEqualTo("/problems/session-ended");
        assertThat(refused.text("/reason")).isEqualTo("kicked");
    }

    @Test
    void ofThreeDevicesInARowEachHearsWhoTookOver() {
        var first = keyed("k-1", "switch");
        var second = keyed("k-2", "ios");
        keyed("k-3", "xbox");

        assertThat(game.renew(first.text("/sessionId"), first.text("/refreshToken"))
                        .text("/platform"))
                .isEqualTo("ios");
        assertThat(game.renew(second.text("/sessionId"), second.text("/refreshToken"))
                        .text("/platform"))
                .isEqualTo("xbox");
    }

    private void kick(Game.Answer player) {
        var kicked = game.delete("/v1/players/" + player.text("/playerId") + "/sessions", game.staff("operator"));
        assertThat(kicked.status()).isEqualTo(200);
    }

    private static void assertOver(Game.Answer late, String reason) {
        assertThat(late.status()).as(late.response().body()).isEqualTo(401);
        assertThat(late.text("/type")).isEqualTo("/problems/session-ended");
        assertThat(late.text("/reason")).isEqualTo(reason);
        assertThat(late.text("/action")).isEqualTo("sign-in");
    }

    private Game.Answer keyed(String key, String platform) {
        var headers = Map.of("content-type", "application/json", "idempotency-key", '"' + key + '"');
        return game.send("POST", "/v1/sessions", headers, """
                {"credential":{"type":"device","deviceId":"device-of-late","secret":"secret-of-device-of-late"},
                 "deviceId":"device-on-%1$s","platform":"%1$s","clientVersion":"1.4.0"}""".formatted(platform));
    }
}
