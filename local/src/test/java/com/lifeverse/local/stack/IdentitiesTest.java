package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.platform.support.Meets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider vouches for players, and two identities become one player's; all from the template's configuration. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class IdentitiesTest {
    private static final String ISSUER = "https://accounts.dev.lifeverse.example";

    @TempDir
    static Path copy;

    private static HttpServer provider;
    private static RSAKey key;
    private static Game game;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("studio-1").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        var here = "http://127.0.0.1:" + provider.getAddress().getPort();
        Assemblies.change(copy, "dev-session", text -> text.replace(ISSUER + "/.well-known", here + "/.well-known"));
        game = Game.start(StackOptions.of(copy));
    }

    @AfterAll
    static void stop() {
        game.close();
        provider.stop(0);
    }

    @Test
    void anAccountOfTheProviderSignsInAndIsTheSamePlayerNextTime() throws JOSEException {
        var first = signIn("account-new");
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(first.json().path("newPlayer").asBoolean()).isTrue();
        assertThat(signIn("account-new").text("/playerId")).isEqualTo(first.text("/playerId"));
        assertThat(game.renew(signIn("account-new").text("/sessionId"), first.text("/refreshToken"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aLinkedAccountIsTheDevicesPlayerAndAForeignOneIsRefused() throws JOSEException {
        var device = game.signIn("owner");
        var linked = link(device, "account-of-the-owner");
        assertThat(linked.status()).as(linked.response().body()).isEqualTo(201);
        assertThat(link(device, "account-of-the-owner").status()).isEqualTo(200);
        assertThat(signIn("account-of-the-owner").text("/playerId")).isEqualTo(device.text("/playerId"));

        var stranger = game.signIn("stranger");
        var refused = link(stranger, "account-of-the-owner");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/identity-taken");
        var foreign = "/v1/identities/" + linked.text("/identityId");
        assertThat(game.delete(foreign, stranger.text("/accessToken")).status()).isEqualTo(404);
        assertThat(game.get("/v1/identities", stranger.text("/accessToken"))
                        .json()
                        .path("identities"))
                .hasSize(1);
    }

    @Test
    @Meets("ASVS 7.4.3")
    void whoTookAWayInAwayCanEndEverySessionThatCameByIt() throws JOSEException {
        var device = game.signIn("cautious");
        var linked = link(device, "account-that-leaked");
        var gone = "/v1/identities/" + linked.text("/identityId");
        assertThat(game.delete(gone, device.text("/accessToken")).status()).isEqualTo(204);
        assertThat(game.delete("/v1/sessions", device.text("/accessToken")).status())
                .isEqualTo(204);

        assertThat(game.renew(device.text("/sessionId"), device.text("/refreshToken"))
                        .text("/reason"))
                .isEqualTo("signed-out-everywhere");
        assertThat(signIn("account-that-leaked").text("/playerId")).isNotEqualTo(device.text("/playerId"));
    }

    @Test
    void aTokenThatNobodySignedIsRefusedInWordsWithoutTheToken() {
        var refused = game.post("/v1/sessions", body("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/type")).isEqualTo("/problems/wrong-credential");
        assertThat(refused.response().body()).doesNotContain("eyJ");
    }

    private static Game.Answer signIn(String account) throws JOSEException {
        return game.post("/v1/sessions", body(token(account)));
    }

    private static Game.Answer link(Game.Answer player, String account) throws JOSEException {
        return game.send(
                "POST",
                "/v1/identities",
                player.text("/accessToken"),
                "{\"credential\":{\"type\":\"oidc\",\"provider\":\"studio\",\"idToken\":\"" + token(account) + "\"}}");
    }

    private static String body(String token) {
        return """
                {"credential":{"type":"oidc","provider":"studio","idToken":"%s"},"platform":"pc","clientVersion":"1.4.0"}""".formatted(token);
    }

    private static String token(String account) throws JOSEException {
        var now = game.stack().now();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("studio-1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("lifeverse-game")
                        .subject(account)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
