package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.machine.Status;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key rotation with players online: hours of waiting, in virtual time. */
@Tag("stack")
final class KeyRotationTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void noPlayerNoticesARotation() throws ParseException {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(START))) {
            var player = game.signIn("online");
            var session = player.text("/sessionId");
            var oldKey = key(player.text("/accessToken"));
            var rotation = game.stack()
                    .workflows()
                    .start(
                            Caller.unrestricted(),
                            game.stack().ref("SigningKeyssigningkeyrotationMachine"),
                            Optional.of("by-hand"),
                            "{}");
            var refresh = player.text("/refreshToken");
            var access = player.text("/accessToken");
            for (int minutes = 0; minutes < 8 * 60; minutes += 4) {
                game.stack().advance(Duration.ofMinutes(4));
                var renewed = game.renew(session, refresh);
                assertThat(renewed.status())
                        .as("renew after %d minutes", minutes)
                        .isEqualTo(200);
                refresh = renewed.text("/refreshToken");
                access = renewed.json().has("accessToken") ? renewed.text("/accessToken") : access;
                assertThat(game.get("/v1/sessions/" + session, access).status())
                        .as("token after %d minutes", minutes)
                        .isEqualTo(200);
            }
            assertThat(key(access)).isNotEqualTo(oldKey);
            assertThat(game.stack().workflows().describe(rotation).orElseThrow().status())
                    .isEqualTo(Status.SUCCEEDED);
            assertThat(game.stack().faults().seen()).isEmpty();
        }
    }

    @Test
    void anAccessTokenExpiresAndASessionNotRenewedEnds() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(START))) {
            var player = game.signIn("asleep");
            game.stack().advance(Duration.ofMinutes(31));
            var answer = game.get("/v1/inbox-messages", player.text("/accessToken"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("www-authenticate")).contains("the token has expired");
            var late = game.renew(player.text("/sessionId"), player.text("/refreshToken"));
            assertThat(late.text("/type")).isEqualTo("/problems/session-ended");
        }
    }

    @Test
    void theScheduleRotatesMonthlyAndNotAtTheFirstDeployment() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(START))) {
            var machine = game.stack().ref("SigningKeyssigningkeyrotationMachine");
            game.stack().advance(Duration.ofDays(30));
            assertThat(game.stack().workflows().list(machine)).isEmpty();
            game.stack().advance(Duration.ofDays(2));
            assertThat(game.stack().workflows().list(machine))
                    .singleElement()
                    .satisfies(run -> assertThat(run.status()).isEqualTo(Status.SUCCEEDED));
        }
    }

    private static String key(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
