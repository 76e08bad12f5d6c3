package com.lifeverse.session.aws;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.Client;
import com.lifeverse.session.key.SigningKey;
import com.lifeverse.session.token.AccessClaims;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class RsaAccessTokensTest {
    private static final SigningKey KEY = new RsaKeySource().signingKey(NOW);
    private final RsaAccessTokens tokens = new RsaAccessTokens("https://issuer.example", "lifeverse");

    @Test
    @Meets({"RFC 8725 3.2", "RFC 8725 3.11"})
    void aTokenIsSignedByTheKeyThatItNames() throws Exception {
        var token = SignedJWT.parse(tokens.sign(claims(CONSOLE), KEY));

        assertThat(token.verify(new RSASSAVerifier(RSAKey.parse(KEY.jwk()).toRSAPublicKey())))
                .isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo(KEY.kid());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    }

    @Test
    void aTokenSaysWhoIsWhereAndUntilWhen() throws Exception {
        var body = SignedJWT.parse(tokens.sign(claims(CONSOLE), KEY)).getJWTClaimsSet();

        assertThat(body.getIssuer()).isEqualTo("https://issuer.example");
        assertThat(body.getAudience()).containsExactly("lifeverse");
        assertThat(body.getSubject()).isEqualTo("ply_1");
        assertThat(body.getStringClaim("sid")).isEqualTo("ses_1");
        assertThat(body.getLongClaim("gen")).isEqualTo(3L);
        assertThat(body.getStringClaim("plat")).isEqualTo("playstation");
        assertThat(body.getStringClaim("rgn")).isEqualTo("eu-central");
        assertThat(body.getStringClaim("scope")).isEqualTo("player");
        assertThat(body.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(body.getNotBeforeTime()).isEqualTo(Date.from(NOW));
        assertThat(body.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(30))));
        assertThat(body.getJWTID()).isEqualTo("token-1");
    }

    @Test
    void aRegionThatNobodyNamedIsNotClaimed() throws Exception {
        var body = SignedJWT.parse(tokens.sign(claims(PHONE), KEY)).getJWTClaimsSet();

        assertThat(body.getClaims()).doesNotContainKey("rgn");
    }

    @Test
    void aNewKeySignsAsSoonAsItIsGiven() throws Exception {
        tokens.sign(claims(CONSOLE), KEY);
        var next = new RsaKeySource().signingKey(NOW);

        var token = SignedJWT.parse(tokens.sign(claims(CONSOLE), next));

        assertThat(token.verify(new RSASSAVerifier(RSAKey.parse(next.jwk()).toRSAPublicKey())))
                .isTrue();
    }

    @Test
    @Meets({"RFC 8725 3.6", "RFC 8725 3.10"})
    void theHeadOfATokenNamesAlgorithmTypeAndKeyAndNothingElse() throws Exception {
        var head = SignedJWT.parse(tokens.sign(claims(CONSOLE), KEY)).getHeader();

        assertThat(head.toJSONObject().keySet()).containsExactlyInAnyOrder("alg", "typ", "kid");
    }

    @Test
    @Meets("RFC 8725 3.7")
    void everyPartOfATokenIsUtf8() throws Exception {
        var parts = tokens.sign(claims(CONSOLE), KEY).split("\\.", -1);

        for (var part : List.of(parts[0], parts[1])) {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part));
            assertThat(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString())
                    .startsWith("{");
        }
    }

    @Test
    @Meets("RFC 8725 3.5")
    void aKeyIsNamedByItsThumbprint() throws Exception {
        var key = RSAKey.parse(KEY.jwk());

        assertThat(key.size()).isEqualTo(2048);
        assertThat(KEY.kid()).isEqualTo(key.computeThumbprint().toString());
    }

    private static AccessClaims claims(Client client) {
        return new AccessClaims("ply_1", "ses_1", 3, 0, client, NOW, NOW.plus(Duration.ofMinutes(30)), "token-1");
    }
}
