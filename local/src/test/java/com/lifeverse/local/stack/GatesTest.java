package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.session.timeline.aws.DynamoTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operators close and open gates while players come and go; nothing is deployed. */
@Tag("stack")
final class GatesTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void aClientThatIsTooOldIsToldToUpdateAndOthersPlay() {
        set("minimum-versions", "{\"switch\":\"1.4.1\"}");
        pass(Duration.ofSeconds(6));

        var refused = game.signIn("behind");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/client-too-old");
        assertThat(refused.text("/minimumVersion")).isEqualTo("1.4.1");
        assertThat(refused.text("/action")).isEqualTo("update");

        game.delete("/v1/gates/minimum-versions", game.staff("operator"));
        pass(Duration.ofSeconds(6));
        assertThat(game.signIn("behind").status()).isEqualTo(201);
    }

    @Test
    void aSessionIsHandedToNoClientThatCouldNotSignInAndToOneThatWouldHaveToQueue() {
        var console = Guest.on(game, "at-home");
        var offered = console.send("POST", "/v1/sessions/" + console.sessionId() + "/hand-off-codes", "");
        var code = offered.text("/code");
        set("minimum-versions", "{\"android\":\"2.0.0\"}");
        pass(Duration.ofSeconds(6));
        assertThat(take(code, "1.9.9").text("/type")).isEqualTo("/problems/client-too-old");

        set("maintenance", "{\"until\":\"2026-12-01T13:00:00Z\"}");
        pass(Duration.ofSeconds(6));
        var closed = take(code, "2.0.0");
        assertThat(closed.text("/type")).isEqualTo("/problems/maintenance");
        assertThat(closed.header("retry-after")).isNotEmpty();
        assertThat(game.renew(console.sessionId(), console.refreshToken()).status())
                .as("the console goes on")
                .isEqualTo(200);

        game.delete("/v1/gates/maintenance", game.staff("operator"));
        set("admission", "{\"perSecond\":1}");
        pass(Duration.ofSeconds(6));
        assertThat(take(code, "2.0.0").text("/sessionId")).isEqualTo(console.sessionId());
    }

    @Test
    void everybodySeesTheGatesAndOnlyOperatorsSetThem() {
        set("region-drains", "{\"eu-central\":{\"until\":\"2026-12-01T13:00:00Z\",\"goTo\":[\"eu-west\"]}}");
        pass(Duration.ofSeconds(6));
        var seen = game.send("GET", "/v1/gates", Map.of(), "");

        assertThat(seen.text("/regionDrains/eu-central/goTo/0")).isEqualTo("eu-west");
        assertThat(seen.header("cache-control")).isEqualTo("public, max-age=5");
        assertThat(game.send("GET", "/v1/gates", Map.of("if-none-match", seen.header("etag")), "")
                        .status())
                .isEqualTo(304);
        assertThat(game.send("PUT", "/v1/gates/admission", game.staff("approver"), "{\"perSecond\":5}")
                        .status())
                .isEqualTo(403);
        assertThat(set("trapdoor", "{}").status()).isEqualTo(404);
        assertThat(set("maintenance", "{\"until\":\"2026-12-01T11:00:00Z\"}").status())
                .isEqualTo(400);
    }

    private Game.Answer take(String code, String version) {
        return game.post("/v1/hand-offs", """
                {"code":"%s","deviceId":"phone-of-at-home","platform":"android","clientVersion":"%s"}""".formatted(code, version));
    }

    @Test
    void aLongerLeaseHoldsFromTheNextRenewalOnAndOneThatTokensDoNotOutliveIsRefused() {
        assertThat(set("lease", "{\"duration\":\"PT14M\"}").text("/violations/0/message"))
                .isEqualTo("must be PT1M to PT13M38S");
        assertThat(set("lease", "{\"duration\":\"PT59S\"}").status()).isEqualTo(400);
        var session = game.signIn("long-lived");
        assertThat(due(session)).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));

        assertThat(set("lease", "{\"duration\":\"PT10M\"}").text("/lease/duration"))
                .isEqualTo("PT10M");
        pass(Duration.ofSeconds(6));
        var renewed = game.renew(session.text("/sessionId"), session.text("/refreshToken"));
        assertThat(due(renewed)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(due(game.signIn("newcomer"))).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(due(game.signIn("newcomer"))).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(due(handedOver(game.signIn("newcomer")))).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));

        pass(due(renewed).plusSeconds(60));
        game.delete("/v1/gates/lease", game.staff("operator"));
        pass(Duration.ofSeconds(6));
        var again = game.renew(session.text("/sessionId"), renewed.text("/refreshToken"));
        assertThat(due(again)).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
    }

    @Test
    void aNewVersionOfTheTimelineIsToldByTheNextRenewalAndAnOlderOneNever() {
        var timeline = new DynamoTimeline(game.stack().tables(), game.stack().ref("PlayersTable"));
        var session = game.signIn("festive");
        var first = game.renew(session.text("/sessionId"), session.text("/refreshToken"));
        assertThat(first.json().path("timelineVersion").asInt(-1)).isZero();

        timeline.published(7);
        timeline.published(6);
        pass(Duration.ofSeconds(6));
        var second = game.renew(session.text("/sessionId"), first.text("/refreshToken"));
        assertThat(second.json().path("timelineVersion").asInt()).isEqualTo(7);
    }

    private Game.Answer handedOver(Game.Answer session) {
        var codes = "/v1/sessions/" + session.text("/sessionId") + "/hand-off-codes";
        var code = game.send("POST", codes, session.text("/accessToken"), "").text("/code");
        return game.post("/v1/hand-offs", """
            {"code":"%s","deviceId":"the-other-device","platform":"ios","clientVersion":"1.4.0"}\
            """.formatted(code));
    }

    private Duration due(Game.Answer answer) {
        return Duration.between(game.stack().now(), Instant.parse(answer.text("/lease/renewAt")));
    }

    private Game.Answer set(String gate, String body) {
        return game.send("PUT", "/v1/gates/" + gate, game.staff("operator"), body);
    }

    private void pass(Duration time) {
        game.stack().advance(time);
    }
}
