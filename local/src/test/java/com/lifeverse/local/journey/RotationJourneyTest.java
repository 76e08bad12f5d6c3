package com.lifeverse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.workflow.machine.Status;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key that tokens are signed with is replaced while people play. */
@Tag("stack")
final class RotationJourneyTest {
    @Test
    void nobodyWhoPlaysNoticesThatTheSigningKeyIsReplaced() throws ParseException {
        var start = Instant.parse("2026-12-01T12:00:00Z");
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(start))) {
            var player = Persona.on(game, "online", "switch");
            var oldKey = key(player);
            var machine = game.stack().ref("SigningKeyssigningkeyrotationMachine");
            var rotation = game.stack().workflows().start(Caller.unrestricted(), machine, Optional.of("by-hand"), "{}");
            for (int minutes = 0; minutes < 8 * 60; minutes += 4) {
                player.keepsPlaying(Duration.ofMinutes(4));
                assertThat(player.plays()
                                .send("GET", "/v1/sessions/" + player.plays().sessionId(), "")
                                .status())
                        .as("token after %d minutes", minutes)
                        .isEqualTo(200);
            }
            assertThat(key(player)).isNotEqualTo(oldKey);
            player.listen();
            game.win(player.playerId(), "match-after-the-rotation");
            assertThat(player.hears("inbox").path("topic").asText()).isEqualTo("inbox");
            assertThat(game.stack().workflows().describe(rotation).orElseThrow().status())
                    .isEqualTo(Status.SUCCEEDED);
            assertThat(game.stack().faults().seen()).isEmpty();
        }
    }

    private static String key(Persona player) throws ParseException {
        return SignedJWT.parse(player.plays().token()).getHeader().getKeyID();
    }
}
