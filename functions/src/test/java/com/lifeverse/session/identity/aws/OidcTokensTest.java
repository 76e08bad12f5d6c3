package com.lifeverse.session.identity.aws;

import static com.lifeverse.session.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.support.Meets;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.identity.IdentityPolicy;
import com.lifeverse.session.identity.IdentityProvider;
import com.lifeverse.session.identity.ProviderTokens.Verdict;
import com.lifeverse.session.identity.ProviderTokens.Verdict.Genuine;
import com.lifeverse.session.identity.ProviderTokens.Verdict.Rejected;
import com.lifeverse.session.identity.ProviderTokens.Verdict.Unreachable;
import com.lifeverse.session.signin.ProviderIdentity;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an ID token must be; the sections are those of RFC 8725. */
@Tag("adapters")
final class OidcTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final IdentityPolicy POLICY = Standard.of(IdentityPolicy.class);
    private static final String ISSUER = "https://accounts.example";
    private static final IdentityProvider PROVIDER = new IdentityProvider(
            "studio",
            ISSUER,
            List.of("game", "game-on-web"),
            URI.create("https://accounts.example/jwks"),
            List.of("RS256"));
    private static final RSAKey KEY = key("key-1", 2048);

    private final List<String> served = new ArrayList<>(List.of(new JWKSet(KEY).toString()));
    private int asked;
    private final OidcTokens tokens = new OidcTokens(List.of(PROVIDER), _ -> this::serve, POLICY);

    @Test
    void aTokenOfTheProviderVouchesForItsAccount() {
        assertThat(verify(signed(claims().build())))
                .isEqualTo(new Genuine(new ProviderIdentity("studio", ISSUER, "account-1")));
    }

    @Test
    @Meets({"RFC 8725 3.1", "ASVS 9.1.2"})
    void theAlgorithmMustBeOneOfTheProviders() throws JOSEException {
        var unsigned = new PlainJWT(claims().build()).serialize();
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims().build());
        symmetric.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));

        assertThat(verify(unsigned)).isInstanceOf(Rejected.class);
        assertThat(verify(symmetric.serialize())).isEqualTo(new Rejected("algorithm"));
        assertThat(verify(signed(KEY, header(JWSAlgorithm.PS256).build(), claims().build())))
                .isEqualTo(new Rejected("algorithm"));
    }

    @Test
    @Meets({"RFC 8725 3.3", "ASVS 9.1.1"})
    void aTokenThatWasChangedIsRefused() {
        var parts = signed(claims().build()).split("\\.", -1);
        var other = signed(claims().subject("account-2").build()).split("\\.", -1);

        assertThat(verify(parts[0] + "." + other[1] + "." + parts[2])).isEqualTo(new Rejected("signature"));
    }

    @Test
    @Meets("RFC 8725 3.5")
    void aShortKeyIsRefused() {
        var weak = key("weak", 1024);
        served.set(0, new JWKSet(weak).toString());

        assertThat(verify(signed(weak, header(JWSAlgorithm.RS256).keyID("weak").build(), claims().build())))
                .isEqualTo(new Rejected("key too short"));
    }

    @Test
    @Meets({"RFC 8725 3.8", "ASVS 9.2.3"})
    void issuerAndSubjectMustBeThereAndRight() {
        assertThat(verify(signed(claims().issuer(ISSUER + "/").build()))).isEqualTo(new Rejected("issuer"));
        assertThat(verify(signed(claims().subject(" ").build()))).isEqualTo(new Rejected("subject"));
        assertThat(verify(signed(claims().subject("s".repeat(256)).build()))).isEqualTo(new Rejected("subject"));
    }

    @Test
    @Meets({"RFC 8725 3.9", "ASVS 9.2.4"})
    void theTokenMustBeForUs() {
        assertThat(verify(signed(claims().audience("another-game").build()))).isEqualTo(new Rejected("audience"));
        assertThat(verify(signed(claims().audience(List.of("game", "shop")).build())))
                .isEqualTo(new Rejected("authorised party"));
        assertThat(verify(signed(claims().audience(List.of("game", "shop"))
                        .claim("azp", "shop")
                        .build())))
                .isEqualTo(new Rejected("authorised party"));
        assertThat(verify(signed(claims().audience(List.of("game", "shop"))
                        .claim("azp", "game")
                        .build())))
                .isInstanceOf(Genuine.class);
    }

    @Test
    @Meets({"RFC 8725 3.10", "ASVS 9.1.3"})
    void aKeyThatTheTokenBringsAlongCountsForNothing() {
        var thief = key("key-1", 2048);
        var header =
                header(JWSAlgorithm.RS256).jwk(thief.toPublicJWK()).jwkURL(URI.create("https://thief.example/jwks"));

        assertThat(verify(signed(thief, header.build(), claims().build()))).isEqualTo(new Rejected("signature"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    @Meets({"RFC 8725 3.11", "ASVS 9.2.2"})
    void aTokenOfAnotherTypeIsRefused() {
        var access = header(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"));

        assertThat(verify(signed(KEY, access.build(), claims().build()))).isEqualTo(new Rejected("type"));
    }

    @Test
    @Meets({"ASVS 9.2.1", "ASVS 7.1.3", "ASVS 7.6.1"})
    void aTokenIsGoodInItsTimeOnlyAndNotLongAfterItWasMade() {
        assertThat(verify(signed(claims().expirationTime(at(-61)).build()))).isEqualTo(new Rejected("expired"));
        assertThat(verify(signed(claims().expirationTime(null).build()))).isEqualTo(new Rejected("expired"));
        assertThat(verify(signed(claims().notBeforeTime(at(120)).build()))).isEqualTo(new Rejected("not yet good"));
        assertThat(verify(signed(claims().issueTime(at(-1_000)).build())))
                .isEqualTo(new Rejected("issued too long ago"));
        assertThat(verify(signed(claims().issueTime(at(120)).build()))).isEqualTo(new Rejected("issued in the future"));
        assertThat(verify(signed(claims().expirationTime(at(-59)).build()))).isInstanceOf(Genuine.class);
    }

    @Test
    void aNonceThatTheClientSentMustComeBack() {
        var token = signed(claims().claim("nonce", "n-0S6_WzA2Mj").build());

        assertThat(tokens.verify("studio", token, Optional.of("n-0S6_WzA2Mj"), NOW))
                .isInstanceOf(Genuine.class);
        assertThat(tokens.verify("studio", token, Optional.of("another-one"), NOW))
                .isEqualTo(new Rejected("nonce"));
    }

    @Test
    void aNewKeyOfTheProviderIsFoundAndUnknownOnesDoNotMakeUsAskEachTime() {
        verify(signed(claims().build()));
        var next = key("key-2", 2048);
        served.set(0, new JWKSet(List.of(KEY, next)).toString());
        var token = signed(next, header(JWSAlgorithm.RS256).keyID("key-2").build(), claims().build());

        assertThat(verify(token)).isEqualTo(new Rejected("unknown key"));
        assertThat(tokens.verify("studio", token, Optional.empty(), NOW.plusSeconds(31)))
                .isInstanceOf(Genuine.class);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whileTheProviderDoesNotAnswerItsLastKeysGoOnAndWithoutAnyItIsUnreachable() {
        verify(signed(claims().build()));
        served.clear();
        var later = NOW.plus(Duration.ofMinutes(70));
        var token = signed(claims().issueTime(Date.from(later))
                .expirationTime(Date.from(later.plusSeconds(60)))
                .build());

        assertThat(tokens.verify("studio", token, Optional.empty(), later)).isInstanceOf(Genuine.class);
        var fresh = new OidcTokens(List.of(PROVIDER), _ -> this::serve, POLICY);
        assertThat(fresh.verify("studio", token, Optional.empty(), later)).isEqualTo(new Unreachable());
    }

    @Test
    void nobodyVouchesForUnderAnUnknownName() {
        assertThat(tokens.verify("stranger", signed(claims().build()), Optional.empty(), NOW))
                .isInstanceOf(Rejected.class);
    }

    @Test
    @Meets("RFC 8725 3.2")
    void aProviderIsNotConfiguredWithSymmetricSignaturesOrOpenKeys() {
        assertThatThrownBy(() -> new IdentityProvider(
                        "studio", ISSUER, List.of("game"), URI.create("https://a.example/jwks"), List.of("HS256")))
                .hasMessageContaining("may sign with");
        assertThatThrownBy(() -> new IdentityProvider(
                        "studio", ISSUER, List.of("game"), URI.create("http://a.example/jwks"), List.of("RS256")))
                .hasMessageContaining("https");
    }

    private String serve() throws IOException {
        asked++;
        if (served.isEmpty()) {
            throw new IOException("down");
        }
        return served.getFirst();
    }

    private Verdict verify(String token) {
        return tokens.verify("studio", token, Optional.empty(), NOW);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("account-1")
                .audience("game")
                .issueTime(at(-5))
                .expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("key-1");
    }

    private static String signed(JWTClaimsSet claims) {
        return signed(KEY, header(JWSAlgorithm.RS256).build(), claims);
    }

    private static String signed(RSAKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey key(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
