package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.table.engine.Meter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff publish comes to players as a signed timeline, and nothing of it before its time. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class LiveTimelineTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String PC = "/v1/timelines/pc/eu-west";

    private Game game;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(NOON));
    }

    @AfterEach
    void stop() {
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void aPublishedEventIsInTheTimelineOfItsPlatformsSignedAndToldByRenewals() throws GeneralSecurityException {
        assertThat(read(PC).text("/type")).isEqualTo("/problems/timeline-not-found");
        published(
                "feast",
                feast("2026-12-02T18:00", "P2D", "[{\"platform\":[\"pc\"],\"level\":[{\"numeric\":[\">=\",3]}]}]"));

        var pc = read(PC);
        assertThat(pc.json().path("version").asInt()).isEqualTo(1);
        assertThat(pc.text("/expires")).isEqualTo("2026-12-03T12:00:00Z");
        assertThat(pc.text("/events/0/event")).isEqualTo("feast");
        assertThat(pc.text("/events/0/include")).isEmpty();
        assertThat(pc.json().at("/events/0/include").toString()).isEqualTo("[{\"level\":[{\"numeric\":[\">=\",3]}]}]");
        assertThat(pc.json().at("/events/0/times/0/1").asLong())
                .isEqualTo(Instant.parse("2026-12-02T18:00:00Z").getEpochSecond());
        assertThat(pc.header("cache-control")).isEqualTo("public, max-age=30");
        assertThat(isSigned(pc)).isTrue();
        assertThat(read("/v1/timelines/ios/eu-west").json().path("events")).isEmpty();

        var session = game.signIn("festive");
        var renewed = game.renew(session.text("/sessionId"), session.text("/refreshToken"));
        assertThat(renewed.json().path("timelineVersion").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotAnnouncedIsInNoAnswerUntilItIsAndThenWithoutAnybodyDoingAnything() throws GeneralSecurityException {
        published("open", feast("2026-12-01T18:00", "P1D", "[]").replace("\"xp.multiplier\":2", "\"sky\":\"red\""));
        published("secret", feast("2026-12-03T18:00", "P2D", "[]"));

        var before = read(PC);
        assertThat(before.response().body()).contains("open").doesNotContain("secret", "\"xp.multiplier\":2");
        var announced = Instant.parse("2026-12-01T18:00:00Z");
        game.stack().advance(Duration.between(game.stack().now(), announced.minusSeconds(1)));
        assertThat(read(PC).response().body()).doesNotContain("secret");
        game.stack().advance(Duration.ofSeconds(1));
        var after = read(PC);
        assertThat(after.response().body()).contains("secret");
        assertThat(after.json().path("version").asInt())
                .as("nothing was made for it")
                .isEqualTo(before.json().path("version").asInt());
        assertThat(after.header("etag")).isNotEqualTo(before.header("etag"));
        assertThat(isSigned(after)).isTrue();
    }

    @Test
    void aReadCostsNothingFromMemoryAndHalfAUnitElseAndWhatIsUnchangedIsNotSentAgain() {
        published("feast", feast("2026-12-02T18:00", "P2D", "[]"));
        var tag = read(PC).header("etag");
        game.stack().settle();

        assertThat(reads(() -> read(PC))).isZero();
        game.stack().advance(Duration.ofSeconds(6));
        assertThat(reads(() -> read("/v1/timelines/pc/us-east"))).isLessThanOrEqualTo(1);
        assertThat(reads(() -> read("/v1/timelines/switch/us-east"))).isZero();
        var same = game.send("GET", PC, Map.of("if-none-match", tag), "");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(game.send("GET", PC, Map.of("if-none-match", "\"0.0\""), "").status())
                .isEqualTo(200);
    }

    @Test
    void aSwitchedOffEventFallsBackInItsRegionsWithinOneRefreshAndComesBack() {
        published("feast", feast("2026-12-02T18:00", "P2D", "[]"));
        read(PC);
        var kill = "/v1/live-events/feast/kill-switch";
        assertThat(game.send("PUT", kill, game.staff("author"), "{}").status()).isEqualTo(403);
        assertThat(game.send("PUT", kill, game.staff("operator"), "{\"regions\":[\"atlantis\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(game.send("PUT", kill, game.staff("operator"), "{\"regions\":[\"eu-west\"]}")
                        .text("/killedIn/0"))
                .isEqualTo("eu-west");
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(6));

        var killed = read(PC).json().at("/events/0");
        assertThat(killed.path("killed").asBoolean()).isTrue();
        assertThat(killed.path("flags").toString()).isEqualTo("{\"plaza.decor\":\"plain\"}");
        assertThat(read("/v1/timelines/pc/us-east").json().at("/events/0").has("killed"))
                .isFalse();

        game.send("DELETE", kill, headers("operator", "cid", ""), "");
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(6));
        assertThat(read(PC).json().at("/events/0/flags").toString()).contains("xp.multiplier");
    }

    @Test
    void timelinesAreMadeAnewBeforeTheyExpireAndTheVersionNeverGoesBack() {
        published("feast", feast("2026-12-09T18:00", "P2D", "[]"));
        var first = read(PC);
        game.stack().advance(Duration.ofHours(23));
        assertThat(read(PC).header("etag")).isEqualTo(first.header("etag"));
        game.stack().advance(Duration.ofHours(2));

        var second = read(PC);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(Instant.parse(second.text("/expires"))).isAfter(NOON.plus(Duration.ofDays(2)));
        game.stack().advance(Duration.ofDays(6));
        assertThat(read(PC).text("/events/0/event")).isEqualTo("feast");
        game.stack().advance(Duration.ofDays(4));
        assertThat(read(PC).json().path("events")).isEmpty();
    }

    @Test
    void staffSeeWhatAnyPlayerWouldHaveAtAnyMomentAndNothingIsChangedByLooking() {
        published("feast", feast("2026-12-02T18:00", "P2D", "[{\"level\":[{\"numeric\":[\">=\",3]}]}]"));
        var written = game.stack().consumed(game.stack().ref("LiveEventsTable")).writeUnits();
        var asked = """
                {"at":"2026-12-02T20:00:00Z","player":{"playerId":"ply_1","utcOffset":"+09:00","platform":"pc","region":"eu-west",
                 "profile":{"level":%d}}}""";

        var in = game.send("POST", "/v1/live-event-previews", game.staff("viewer"), asked.formatted(3));
        assertThat(in.text("/events/0/phase")).isEqualTo("active");
        assertThat(in.json().at("/flags/xp.multiplier/value").asInt()).isEqualTo(2);
        var out = game.send("POST", "/v1/live-event-previews", game.staff("viewer"), asked.formatted(2));
        assertThat(out.json().at("/flags/xp.multiplier/value").asInt()).isEqualTo(1);
        assertThat(out.json().at("/flags/xp.multiplier/layers").findValuesAsText("layer"))
                .containsExactly("live-event", "default");
        assertThat(out.json().at("/flags/xp.multiplier/because/0/standing").asText())
                .isEqualTo("not-included");
        var wrong = game.send(
                "POST",
                "/v1/live-event-previews",
                game.staff("viewer"),
                asked.formatted(2).replace("+09:00", "+29:00").replace("eu-west", "atlantis"));
        assertThat(wrong.json().path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/player/utcOffset", "/player/region");
        assertThat(game.stack().consumed(game.stack().ref("LiveEventsTable")).writeUnits())
                .isEqualTo(written);
    }

    @Test
    void theNextKeyIsPublishedBeforeItSignsAndTheOldOneStaysAsLongAsWhatItSignedMayBeReliedOn()
            throws GeneralSecurityException {
        published("feast", feast("2026-12-01T18:00", "P30D", "[]"));
        game.stack().advance(Duration.ofHours(26));
        var keys = read("/v1/timeline-keys").json().path("keys");
        var first = read(PC);
        assertThat(keys).hasSize(2);
        assertThat(isSigned(first)).isTrue();

        game.stack().advance(Duration.ofDays(3));
        var later = read(PC);
        assertThat(isSigned(later)).isTrue();
        assertThat(header(later)).isNotEqualTo(header(first));
        assertThat(read("/v1/timeline-keys").json().path("keys").findValuesAsText("kid"))
                .isEqualTo(keys.findValuesAsText("kid"));
    }

    private static String header(Game.Answer answer) {
        return answer.header("lifeverse-signature").split("\\.", -1)[0];
    }

    private double reads(Runnable call) {
        var table = game.stack().ref("LiveEventsTable");
        Meter.Reading before = game.stack().consumed(table);
        call.run();
        return game.stack().consumed(table).readUnits() - before.readUnits();
    }

    private Game.Answer read(String path) {
        return game.send("GET", path, Map.of(), "");
    }

    /** As a client checks it: the detached signature over its own header and the body's bytes. */
    private boolean isSigned(Game.Answer answer) throws GeneralSecurityException {
        var parts = answer.header("lifeverse-signature").split("\\.", -1);
        var signature = Signature.getInstance("Ed25519");
        var kid =
                Json.read(new Base64URL(parts[0]).decodeToString()).path("kid").asText();
        var keys = StreamSupport.stream(
                read("/v1/timeline-keys").json().path("keys").spliterator(), false);
        signature.initVerify(key(keys.filter(key -> key.path("kid").asText().equals(kid))
                .findFirst()
                .orElseThrow()));
        signature.update((parts[0] + ".").getBytes(StandardCharsets.UTF_8));
        signature.update(answer.response().body().getBytes(StandardCharsets.UTF_8));
        return parts[1].isEmpty() && signature.verify(new Base64URL(parts[2]).decode());
    }

    private static PublicKey key(JsonNode jwk) throws GeneralSecurityException {
        var prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        var point = new Base64URL(jwk.path("x").asText()).decode();
        var encoded = new byte[prefix.length + point.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(point, 0, encoded, prefix.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private void published(String id, String document) {
        var path = "/v1/live-events/" + id;
        var saved =
                game.send("PUT", path, headers("author", "ann", "0"), document.replace("\"feast\"", "\"" + id + "\""));
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(200);
        game.send("PUT", path + "/approval", game.staff("approver", "bea"), "{\"revision\":1}");
        assertThat(game.send("PUT", path + "/publication", game.staff("operator", "cid"), "{\"revision\":1}")
                        .status())
                .isEqualTo(200);
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(6));
    }

    private Map<String, String> headers(String role, String name, String version) {
        var headers = new TreeMap<String, String>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        return headers;
    }

    private static String feast(String start, String preview, String include) {
        return """
                {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
                 "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
                 "when":{"start":"%s","duration":"P1D","time":"utc"},"phases":{"preview":"%s"},
                 "audience":{"include":%s},"overrides":{"xp.multiplier":2},
                 "fallback":{"overrides":{"plaza.decor":"plain"}}}""".formatted(start, preview, include);
    }
}
