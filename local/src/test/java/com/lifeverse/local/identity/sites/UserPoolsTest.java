package com.lifeverse.local.identity.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.kernel.Sites;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
class UserPoolsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong drawn = new AtomicLong();
    private final IdSource ids = () -> IdSource.version7(CLOCK.millis(), 0, drawn.incrementAndGet());
    private final Sites sites = new Sites();

    @Test
    void theDiscoveryDocumentLeadsToTheKeysThatVerifyATokenOfThePool() throws ParseException, JOSEException {
        var staff = staff(Store.inMemory());

        var discovery = Declarations.json(get(staff.issuer() + "/.well-known/openid-configuration"));
        var keys = JWKSet.parse(get(discovery.path("jwks_uri").asText()));
        var token = SignedJWT.parse(staff.token(List.of("viewer", "author")));

        assertThat(discovery.path("issuer").asText()).isEqualTo(staff.issuer());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void aTokenHasTheClaimsOfACognitoAccessToken() throws ParseException {
        var staff = staff(Store.inMemory());

        var claims = SignedJWT.parse(staff.token(List.of("viewer", "author"))).getJWTClaimsSet();

        assertThat(claims.getIssuer())
                .isEqualTo(staff.issuer())
                .matches("https://cognito-idp\\.us-east-1\\.amazonaws\\.com/us-east-1_[a-z0-9]{9}");
        assertThat(claims.getStringClaim("client_id")).isEqualTo(staff.client());
        assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
        assertThat(claims.getStringClaim("username")).isEqualTo("ada");
        assertThat(claims.getStringListClaim("cognito:groups")).containsExactly("viewer", "author");
        assertThat(claims.getExpirationTime()).isEqualTo(Instant.parse("2026-11-20T13:00:00Z"));
        assertThat(claims.getJWTID()).isNotEmpty();
    }

    @Test
    void aGroupThatTheTemplateDoesNotDeclareIsRefused() {
        var staff = staff(Store.inMemory());

        assertThatThrownBy(() -> staff.token(List.of("owner")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pool has no group owner; it has [author, viewer]");
    }

    @Test
    void theSigningKeyOutlivesTheProcess(@TempDir Path directory) {
        String before;
        try (var store = Store.in(directory)) {
            before = get(staff(store).issuer() + "/.well-known/jwks.json");
        }

        try (var store = Store.in(directory)) {
            assertThat(get(staff(store).issuer() + "/.well-known/jwks.json")).isEqualTo(before);
        }
    }

    private Staff staff(Store store) {
        var pools = new UserPools(store, CLOCK, ids, sites);
        var pool = new UserPoolType(pools)
                .provision(Declarations.of("AWS::Cognito::UserPool", "Staff", "{}"))
                .ref();
        var client = new UserPoolClientType(pools)
                .provision(
                        Declarations.of("AWS::Cognito::UserPoolClient", "Client", "{\"UserPoolId\": \"" + pool + "\"}"))
                .ref();
        for (var group : List.of("viewer", "author")) {
            new UserPoolGroupType(pools)
                    .provision(Declarations.of("AWS::Cognito::UserPoolGroup", group, """
                    {"UserPoolId": "%s", "GroupName": "%s"}""".formatted(pool, group)));
        }
        return new Staff(pools, pool, client);
    }

    private String get(String address) {
        return sites.get(URI.create(address)).orElseThrow().content();
    }

    private record Staff(UserPools pools, String pool, String client) {
        private String issuer() {
            return UserPools.issuer(pool);
        }

        private String token(List<String> groups) {
            return pools.token(pool, client, "ada", groups, HOUR);
        }
    }
}
