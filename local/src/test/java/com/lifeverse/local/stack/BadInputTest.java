package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client sends, it hears what is wrong and where, and never that we failed. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class BadInputTest {
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start();
    }

    @AfterAll
    static void stop() {
        assertThat(game.stack().faults().seen()).isEmpty();
        game.close();
    }

    static Stream<Arguments> signIns() {
        var credential = "{\"type\":\"device\",\"deviceId\":\"device-0001\",\"secret\":\"0123456789abcdef\"}";
        return Stream.of(
                Arguments.of("", "malformed-json", 400, ""),
                Arguments.of("{", "malformed-json", 400, ""),
                Arguments.of("[]", "malformed-json", 400, ""),
                Arguments.of("null", "malformed-json", 400, ""),
                Arguments.of("{\"a\":1,\"a\":2}", "malformed-json", 400, ""),
                Arguments.of("{} {}", "malformed-json", 400, ""),
                Arguments.of("[".repeat(2_000), "malformed-json", 400, ""),
                Arguments.of("{}", "invalid-request", 400, "/credential"),
                Arguments.of(
                        body(credential.replace("device-0001", "device-\\ud800"), "\"pc\"", "\"1.0.0\""),
                        "invalid-request",
                        400,
                        "/credential/deviceId"),
                Arguments.of(body("1", "\"pc\"", "\"1.0.0\""), "invalid-request", 400, "/credential"),
                Arguments.of(body("{}", "\"pc\"", "\"1.0.0\""), "invalid-request", 400, "/credential/deviceId"),
                Arguments.of(body(credential, "\"toaster\"", "\"1.0.0\""), "invalid-request", 400, "/platform"),
                Arguments.of(body(credential, "7", "\"1.0.0\""), "invalid-request", 400, "/platform"),
                Arguments.of(body(credential, "\"pc\"", "\"one\""), "invalid-request", 400, "/clientVersion"),
                Arguments.of(body(credential, "\"pc\"", "\"1.0.0\",\"x/y\":1"), "invalid-request", 400, "/x~1y"),
                Arguments.of(body(credential, "\"pc\"", "\"" + "9".repeat(100_000) + "\""), "body-too-large", 413, ""));
    }

    private static String body(String credential, String platform, String version) {
        return "{\"credential\":%s,\"platform\":%s,\"clientVersion\":%s}".formatted(credential, platform, version);
    }

    @ParameterizedTest
    @MethodSource("signIns")
    void aBadSignInIsToldWhatIsWrongAndWhere(String body, String problem, int status, String pointer) {
        var answer = game.send("POST", "/v1/sessions", Map.of("content-type", "application/json"), body);
        assertProblem(answer, problem, status);
        if (problem.equals("invalid-request")) {
            assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                    .contains(pointer);
        }
    }

    @Test
    void anotherMediaTypeIsRefused() {
        var answer = game.send("POST", "/v1/sessions", Map.of("content-type", "text/plain"), "{}");
        assertProblem(answer, "unsupported-media-type", 415);
    }

    @Test
    void anUnknownRouteAndAnUnknownMethodAreProblems() {
        assertProblem(game.get("/v1/nothing", "none"), "route-not-found", 404);
        assertProblem(game.send("PATCH", "/v1/sessions", Map.of(), ""), "route-not-found", 404);
        assertProblem(game.get("/", "none"), "route-not-found", 404);
    }

    @Test
    void aBodyBeyondTheGatewaysLimitIsTheGatewaysRefusal() {
        var answer = game.post("/v1/sessions", "{\"a\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aForeignOrAlteredTokenNeverReachesAFunction() throws JOSEException, ParseException {
        var player = game.signIn("honest");
        var good = player.text("/accessToken");
        var session = "/v1/sessions/" + player.text("/sessionId");
        assertThat(game.get(session, good).status()).isEqualTo(200);
        var altered = good.substring(0, good.length() - 6) + (good.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        for (var bad :
                new String[] {"", "x", "a.b.c", altered, foreign(good), unsigned(good), player.text("/refreshToken")}) {
            var answer = game.get(session, bad);
            assertThat(answer.status()).as(bad).isEqualTo(401);
            assertThat(answer.json().path("message").asText()).isEqualTo("Unauthorized");
            assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        }
        assertThat(game.send("GET", session, Map.of(), "").status()).isEqualTo(401);
    }

    @Test
    void anotherPlayersSessionIsNotThere() {
        var mine = game.signIn("me");
        var theirs = game.signIn("them");
        assertProblem(
                game.get("/v1/sessions/" + theirs.text("/sessionId"), mine.text("/accessToken")),
                "session-not-found",
                404);
        var ended = game.send(
                "DELETE",
                "/v1/sessions/" + theirs.text("/sessionId"),
                Map.of("authorization", "Bearer " + mine.text("/accessToken")),
                "");
        assertProblem(ended, "session-not-found", 404);
        assertThat(game.renew(theirs.text("/sessionId"), theirs.text("/refreshToken"))
                        .status())
                .isEqualTo(200);
        assertProblem(game.renew(mine.text("/sessionId"), theirs.text("/refreshToken")), "invalid-refresh-token", 401);
    }

    @Test
    void aWrongDeviceSecretIsRefused() {
        game.signIn("guarded");
        var answer = game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-guarded","secret":"not-the-secret-of-it"},
                 "platform":"pc","clientVersion":"1.0.0"}""");
        assertProblem(answer, "wrong-credential", 401);
    }

    @Test
    void aMadeUpRefreshTokenIsRefused() {
        var player = game.signIn("forger");
        for (var bad : new String[] {"x", "a.b", player.text("/refreshToken") + "A", "é".repeat(20)}) {
            assertProblem(game.renew(player.text("/sessionId"), bad), "invalid-refresh-token", 401);
        }
        assertProblem(
                game.post("/v1/sessions/" + player.text("/sessionId") + "/renew", "{\"refreshToken\":7}"),
                "invalid-request",
                400);
        assertThat(game.renew("nonsense", player.text("/refreshToken")).status())
                .isBetween(400, 404);
    }

    @Test
    void anEventIsRefusedByTypeByFormAndByPlace() {
        var player = game.signIn("player").text("/playerId");
        var unknown = game.tell(event(player, "no.such.event.v1", "{}"));
        assertProblem(unknown, "unknown-event-type", 400);
        assertThat(unknown.text("/violations/0/pointer")).isEqualTo("/type");
        assertProblem(game.tell(event(player, "session.started.v1", "{}")), "producer-not-allowed", 403);
        var wrong = game.tell(event(player, "match.ended.v1", "{\"matchId\":7,\"outcome\":\"win\"}"));
        assertProblem(wrong, "invalid-request", 400);
        assertThat(wrong.json().path("violations").findValuesAsText("pointer")).contains("/payload/matchId");
        assertProblem(game.tell("{\"type\":"), "malformed-json", 400);
        assertProblem(game.tell(event("ply_nobody", "match.ended.v1", "{}")), "invalid-request", 400);
    }

    @Test
    void anUnsignedEventIsRefusedByTheGateway() {
        var answer = game.post("/v1/events", "{}");
        assertThat(answer.status()).isEqualTo(403);
        var token = game.signIn("cheater").text("/accessToken");
        assertThat(game.send("POST", "/v1/events", Map.of("authorization", "Bearer " + token), "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void badParametersAreRefused() {
        var token = game.signIn("reader").text("/accessToken");
        for (var query : new String[] {"limit=0", "limit=101", "limit=x", "cursor=%00", "cursor=zzz"}) {
            var answer = game.get("/v1/inbox-messages?" + query, token);
            assertProblem(answer, "invalid-request", 400);
            assertThat(answer.text("/violations/0/parameter")).isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void aBadIdempotencyKeyIsRefused() {
        for (var key : new String[] {"bare", "\"\"", "\"unfinished", "\"" + "k".repeat(200) + "\""}) {
            assertProblem(game.signIn("keyed", Map.of("idempotency-key", key)), "invalid-request", 400);
        }
    }

    private static String event(String player, String type, String payload) {
        return "{\"type\":\"%s\",\"playerId\":\"%s\",\"deduplicationId\":\"d\",\"payload\":%s}"
                .formatted(type, player, payload);
    }

    private static void assertProblem(Game.Answer answer, String slug, int status) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("/problems/" + slug);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("/title")).isNotBlank();
    }

    private static String foreign(String good) throws JOSEException, ParseException {
        var claims = SignedJWT.parse(good).getJWTClaimsSet();
        var key = new RSAKeyGenerator(2048).generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(SignedJWT.parse(good).getHeader().getKeyID())
                .build();
        var token = new SignedJWT(header, new JWTClaimsSet.Builder(claims).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String unsigned(String good) {
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return none + "." + good.split("\\.", -1)[1] + ".";
    }
}
