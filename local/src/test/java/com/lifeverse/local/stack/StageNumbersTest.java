package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage with numbers of its own: the same code does otherwise. */
@Tag("stack")
final class StageNumbersTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path copy;

    @Test
    void aTitleThatLetsTheOlderDeviceStayRefusesTheNewerOneAndSaysWhereItPlays() throws IOException {
        try (var game = with("{\"session\":{\"concurrency\":{\"winner\":\"oldest\"}}}")) {
            var first = on(game, "the-first-device");
            var second = on(game, "the-second-device");

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text("/type")).isEqualTo("/problems/signed-in-elsewhere");
            assertThat(second.text("/platform")).isEqualTo("switch");
            assertThat(game.renew(first.text("/sessionId"), first.text("/refreshToken"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTitleThatAllowsThreeSessionsEndsTheOldestOfFour() throws IOException {
        try (var game = with("{\"session\":{\"concurrency\":{\"most\":3}}}")) {
            var first = on(game, "the-first-device");
            on(game, "the-second-device");
            var third = on(game, "the-third-device");

            assertThat(sessions(game, third)).isEqualTo(3);
            var fourth = on(game, "the-fourth-device");
            assertThat(sessions(game, fourth)).isEqualTo(3);
            assertThat(game.renew(first.text("/sessionId"), first.text("/refreshToken"))
                            .text("/reason"))
                    .isEqualTo("replaced");
        }
    }

    @Test
    void aStagesLeaseIsTheLeaseItsSessionsGet() throws IOException {
        try (var game = with("{\"session\":{\"lease\":\"PT1M\",\"leaseJitterPercent\":0}}")) {
            var session = game.signIn("ada");

            assertThat(Instant.parse(session.text("/lease/renewAt"))).isEqualTo(START.plus(Duration.ofMinutes(1)));
        }
    }

    @Test
    void aFunctionWhoseNumbersDoNotHoldDoesNotStart() throws IOException {
        try (var game = with("{\"session\":{\"lease\":\"PT16M\"}}")) {
            assertThat(game.signIn("ada").status()).isEqualTo(500);
            assertThat(game.stack().faults().errors().toString())
                    .contains("accessTokenLife must be at least twice the longest lease");
        }
    }

    /** The same player on another device, a second later. */
    private static Game.Answer on(Game game, String device) {
        game.stack().advance(Duration.ofSeconds(1));
        return game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"ada-of-the-tower","secret":"secret-of-ada-of-the-tower"},
                 "deviceId":"%s","platform":"switch","clientVersion":"1.4.0"}""".formatted(device));
    }

    private static int sessions(Game game, Game.Answer session) {
        return game.get("/v1/sessions", session.text("/accessToken"))
                .json()
                .path("sessions")
                .size();
    }

    private Game with(String numbers) throws IOException {
        Assemblies.change(copy, "dev-session", template -> everyFunction(template, numbers));
        return Game.start(StackOptions.of(copy).at(START));
    }

    private static String everyFunction(String template, String numbers) {
        try {
            var tree = Game.JSON.readTree(template);
            for (var resource : tree.path("Resources")) {
                if (resource.path("Type").asText().equals("AWS::Lambda::Function")
                        && resource.path("Properties") instanceof ObjectNode function) {
                    function.withObject("/Environment/Variables").put("POLICIES", numbers);
                }
            }
            return tree.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
