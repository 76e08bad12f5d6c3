package com.lifeverse.local.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Sites;
import com.lifeverse.platform.support.Meets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
final class JwtAuthorizerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private final Agenda clock = Agenda.virtual(NOW, failure -> {});
    private final TestIssuer issuer = new TestIssuer();
    private final JwtAuthorizer authorizer = new JwtAuthorizer(
            TestIssuer.ISSUER, List.of("lifeverse"), "$request.header.Authorization", issuer.sites(), clock);

    @Test
    void aGoodTokenIsGrantedAndItsClaimsAreAllText() {
        var claims = TestIssuer.claims(NOW);
        claims.put("gen", 3);
        claims.put("guest", true);
        claims.put("cognito:groups", List.of("viewer", "author"));

        assertThat(granted(judge("Bearer " + TestIssuer.token(claims))))
                .contains("\"sub\":\"ply_1\"", "\"gen\":\"3\"", "\"guest\":\"true\"")
                .contains("\"cognito:groups\":\"[viewer author]\"", "\"exp\":\"" + (NOW.getEpochSecond() + 900) + "\"")
                .contains("\"scopes\":null");
    }

    @Test
    void theTokenMayComeWithoutBearer() {
        assertThat(judge(TestIssuer.token(TestIssuer.claims(NOW)))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void noTokenIsRefusedWithABareChallenge() {
        var response = refused(authorizer.authorize(Request.of("GET", "/", Map.of(), Body.EMPTY), List.of()));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body().text()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(response.headers().first("www-authenticate")).contains("Bearer");
    }

    @Test
    @Meets({"ASVS 9.2.3", "RFC 8725 3.9"})
    void aForeignAudienceIsRefusedInAwssWords() {
        var claims = TestIssuer.claims(NOW);
        claims.put("aud", "somebody-else");

        assertThat(refused(judge(TestIssuer.token(claims))).headers().first("www-authenticate"))
                .contains(
                        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token does not have a valid audience\"");
    }

    @Test
    void theClientsIdStandsForAnAbsentAudienceOnly() {
        var claims = TestIssuer.claims(NOW);
        claims.put("client_id", "lifeverse");
        claims.remove("aud");
        assertThat(judge(TestIssuer.token(claims))).isInstanceOf(Verdict.Granted.class);

        claims.put("aud", "somebody-else");
        assertThat(judge(TestIssuer.token(claims))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    @Meets("ASVS 9.2.1")
    void aTokenIsRefusedFromTheSecondItExpires() {
        var token = TestIssuer.token(TestIssuer.claims(NOW));

        clock.advance(Duration.ofSeconds(899));
        assertThat(judge(token)).isInstanceOf(Verdict.Granted.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(fault(token)).contains("the token has expired");
    }

    @Test
    void aTokenOfLaterIsRefused() {
        var notYet = TestIssuer.claims(NOW);
        notYet.put("nbf", NOW.getEpochSecond() + 1);
        var fromTheFuture = TestIssuer.claims(NOW);
        fromTheFuture.put("iat", NOW.getEpochSecond() + 1);
        var endless = TestIssuer.claims(NOW);
        endless.remove("exp");

        assertThat(List.of(notYet, fromTheFuture, endless))
                .allSatisfy(
                        claims -> assertThat(judge(TestIssuer.token(claims))).isInstanceOf(Verdict.Refused.class));
    }

    @Test
    @Meets("RFC 8725 3.8")
    void aForeignIssuerIsRefused() {
        var claims = TestIssuer.claims(NOW);
        claims.put("iss", "https://other.example");

        assertThat(judge(TestIssuer.token(claims))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    @Meets({"ASVS 9.1.1", "RFC 8725 3.3"})
    void aSignatureByAnotherKeyUnderAKnownIdIsRefused() throws ParseException {
        var impostor = RSAKey.parse(
                new RSAKey.Builder(TestIssuer.second()).keyID("first").build().toJSONObject());

        assertThat(fault(TestIssuer.token(impostor, TestIssuer.claims(NOW)))).contains("signature is invalid");
    }

    @Test
    @Meets("ASVS 9.1.2")
    void anUnsignedTokenIsRefused() throws ParseException {
        var token = new PlainJWT(JWTClaimsSet.parse(TestIssuer.claims(NOW))).serialize();

        assertThat(judge(token)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    @Meets({"ASVS 9.1.2", "RFC 8725 3.1"})
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build();
        var secret = TestIssuer.first().toRSAPublicKey().getEncoded();

        assertThat(fault(TestIssuer.token(header, TestIssuer.claims(NOW), new MACSigner(secret))))
                .contains("signing method HS256 is invalid");
    }

    @Test
    @Meets("RFC 8725 3.4")
    void aTokenOfAnotherFamilyOfKeysIsRefusedBeforeItsKeyIsLookedAt() throws JOSEException {
        var curve = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("first").build();

        assertThat(fault(TestIssuer.token(header, TestIssuer.claims(NOW), new ECDSASigner(curve))))
                .contains("signing method ES256 is invalid");
    }

    @Test
    @Meets("RFC 8725 3.10")
    void aKeyThatATokenBringsOrPointsToIsNotUsed() throws JOSEException {
        var own = TestIssuer.second();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("first")
                .jwk(own.toPublicJWK())
                .jwkURL(URI.create("https://thief.example/jwks.json"))
                .build();

        assertThat(fault(TestIssuer.token(header, TestIssuer.claims(NOW), new RSASSASigner(own))))
                .contains("signature is invalid");
    }

    @Test
    void whatIsNoTokenAtAllIsRefused() {
        assertThat(List.of("x", "a.b.c", "Bearer", "Bearer ..", "Basic dXNlcjpwYXNz"))
                .allSatisfy(text -> assertThat(judge(text)).isInstanceOf(Verdict.Refused.class));
    }

    @Test
    void aNewKeyIsAcceptedWhenTheCachedKeySetIsTwoHoursOld() {
        judge(TestIssuer.token(TestIssuer.claims(NOW)));
        issuer.publish(TestIssuer.first(), TestIssuer.second());
        var later = NOW.plus(Duration.ofHours(2));
        var claims = TestIssuer.claims(NOW);
        claims.put("exp", later.getEpochSecond() + 900);
        var token = TestIssuer.token(TestIssuer.second(), claims);

        clock.advance(Duration.ofMinutes(119));
        assertThat(fault(token)).contains("unknown key");
        clock.advance(Duration.ofMinutes(1));
        assertThat(judge(token)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void oneOfTheRoutesScopesIsNeeded() {
        var claims = TestIssuer.claims(NOW);
        claims.put("scope", "player friend");
        var request = request(TestIssuer.token(claims));

        assertThat(granted(authorizer.authorize(request, List.of("staff", "player"))))
                .contains("\"scopes\":[\"player\"]");
        assertThat(refused(authorizer.authorize(request, List.of("staff"))).status())
                .isEqualTo(403);
    }

    @Test
    void noAuthorizerIsMadeForAnIssuerThatDoesNotAnswer() {
        assertThatThrownBy(() -> new JwtAuthorizer(
                        TestIssuer.ISSUER, List.of("lifeverse"), "$request.header.Authorization", new Sites(), clock))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("Issuer must have a valid discovery endpoint");
    }

    private Verdict judge(String authorization) {
        return authorizer.authorize(request(authorization), List.of());
    }

    private String fault(String token) {
        return refused(judge(token)).headers().first("www-authenticate").orElse("");
    }

    private static Request request(String authorization) {
        return Request.of("GET", "/", Map.of("Authorization", authorization), Body.EMPTY);
    }

    private static String granted(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted(var authorizer) -> authorizer.orElseThrow().toString();
            case Verdict.Refused(var response) -> throw new AssertionError(response.headers());
        };
    }

    private static Response refused(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted(var authorizer) -> throw new AssertionError(authorizer);
            case Verdict.Refused(var response) -> response;
        };
    }
}
