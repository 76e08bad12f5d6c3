package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.platform.support.Meets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who finds a device that is unlocked cannot take its player over. */
@Tag("stack")
final class RecentSignInTest {
    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    @Meets("ASVS 7.5.1")
    void whatSignsAPlayerInChangesOnlyInTheFirstMinutesOfASignIn() {
        var player = game.signIn("owner");
        var linked = link(player, player.text("/accessToken"));
        assertThat(linked.status()).as(linked.response().body()).isEqualTo(201);

        var access = played(player);
        var refused = link(player, access);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/recent-sign-in-required");
        assertThat(refused.text("/action")).isEqualTo("sign-in");
        var identity = "/v1/identities/" + linked.text("/identityId");
        assertThat(game.delete(identity, access).status()).isEqualTo(403);

        var again = game.signIn("owner");
        assertThat(game.delete(identity, again.text("/accessToken")).status()).isEqualTo(204);
    }

    /** A quarter of an hour of it, and the access token in hand then. */
    private String played(Game.Answer player) {
        var access = player.text("/accessToken");
        var refresh = player.text("/refreshToken");
        for (int i = 0; i < 4; i++) {
            game.stack().advance(Duration.ofMinutes(4));
            var renewed = game.renew(player.text("/sessionId"), refresh);
            refresh = renewed.text("/refreshToken");
            access = renewed.json().has("accessToken") ? renewed.text("/accessToken") : access;
        }
        return access;
    }

    private Game.Answer link(Game.Answer player, String access) {
        var other = "phone-of-" + player.text("/playerId");
        return game.send(
                "POST",
                "/v1/identities",
                access,
                "{\"credential\":{\"type\":\"device\",\"deviceId\":\"%s\",\"secret\":\"a-secret-of-the-phone\"}}"
                        .formatted(other));
    }
}
