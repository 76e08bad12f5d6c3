package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who guesses is slowed down, hears by how much, and locks nobody out for long. */
@Tag("stack")
final class GuessingTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void wrongSecretsRunOutAndTheAnswerSaysWhenToComeAgain() {
        var player = game.signIn("target");
        for (int left = 9; left >= 0; left--) {
            var wrong = guess();
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.header("ratelimit-policy")).isEqualTo("\"wrong-credentials\";q=10;w=60");
            assertThat(wrong.header("ratelimit")).isEqualTo("\"wrong-credentials\";r=%d;t=60".formatted(left));
        }
        var refused = guess();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/type")).isEqualTo("/problems/too-many-attempts");
        assertThat(refused.header("retry-after")).isEqualTo("60");
        assertThat(game.renew(player.text("/sessionId"), player.text("/refreshToken"))
                        .status())
                .as("who plays goes on")
                .isEqualTo(200);

        assertThat(game.signIn("target").status())
                .as("who has the secret is not locked out")
                .isEqualTo(201);
        game.stack().advance(Duration.ofMinutes(1));
        assertThat(guess().status()).isEqualTo(401);
    }

    private Game.Answer guess() {
        return game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-target","secret":"a-guess-at-the-secret"},
                 "platform":"switch","clientVersion":"1.4.0"}""");
    }
}
