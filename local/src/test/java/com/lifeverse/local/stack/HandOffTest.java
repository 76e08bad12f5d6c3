package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Going on elsewhere, and coming back to the same device. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class HandOffTest {
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
    void aCodeWorksOnceAndForTheSameDeviceAgain() {
        var console = game.signIn("twice");
        var code = offer(console).text("/code");
        var phone = take(code.toLowerCase(Locale.ROOT), "phone-of-twice");

        assertThat(take(code, "phone-of-a-thief").text("/type")).isEqualTo("/problems/invalid-hand-off-code");
        assertThat(take(code, "phone-of-twice").text("/refreshToken")).isEqualTo(phone.text("/refreshToken"));
        game.renew(phone.text("/sessionId"), phone.text("/refreshToken"));
        var next = game.renew(phone.text("/sessionId"), phone.text("/refreshToken"))
                .text("/refreshToken");
        game.renew(phone.text("/sessionId"), next);
        assertThat(take(code, "phone-of-twice").status()).isEqualTo(401);
    }

    @Test
    void nobodyGetsACodeForAnotherPlayersSession() {
        var mine = game.signIn("owner-of-a-session");
        var other = game.signIn("nosy-neighbour");
        var path = "/v1/sessions/" + mine.text("/sessionId") + "/hand-off-codes";

        assertThat(game.send("POST", path, other.text("/accessToken"), "").status())
                .isEqualTo(404);
        assertThat(take("0123456789", "phone-of-a-guesser").status()).isEqualTo(401);
    }

    @Test
    void aGameThatCrashedComesBackToItsSession() {
        var before = game.signIn("unlucky");
        var after = resume("unlucky", before.text("/sessionId"));

        assertThat(after.status()).isEqualTo(201);
        assertThat(after.text("/sessionId")).isEqualTo(before.text("/sessionId"));
        assertThat(game.renew(before.text("/sessionId"), before.text("/refreshToken"))
                        .status())
                .isEqualTo(401);
        assertThat(game.renew(after.text("/sessionId"), after.text("/refreshToken"))
                        .status())
                .isEqualTo(200);
    }

    private static Game.Answer offer(Game.Answer player) {
        var path = "/v1/sessions/" + player.text("/sessionId") + "/hand-off-codes";
        var offered = game.send("POST", path, player.text("/accessToken"), "");
        assertThat(offered.status()).as(offered.response().body()).isEqualTo(201);
        return offered;
    }

    private static Game.Answer take(String code, String device) {
        return game.post("/v1/hand-offs", """
                {"code":"%s","deviceId":"%s","platform":"android","clientVersion":"1.4.0"}""".formatted(code, device));
    }

    private static Game.Answer resume(String device, String session) {
        return game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"},
                 "platform":"switch","clientVersion":"1.4.0","resume":"%2$s"}""".formatted(device, session));
    }
}
