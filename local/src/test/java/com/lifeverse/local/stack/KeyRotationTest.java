package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key rotation with players online: hours of waiting, in virtual time. */
@Tag("stack")
final class KeyRotationTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

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
}
