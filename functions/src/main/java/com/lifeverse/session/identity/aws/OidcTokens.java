package com.lifeverse.session.identity.aws;

import com.lifeverse.session.identity.IdentityPolicy;
import com.lifeverse.session.identity.IdentityProvider;
import com.lifeverse.session.identity.ProviderTokens;
import com.lifeverse.session.identity.ProviderTokens.Verdict;
import com.lifeverse.session.signin.ProviderIdentity;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks ID tokens as RFC 8725 asks: the algorithm must be the provider's and the key's, keys come from the provider's address
 * only, headers that bring or point to keys count for nothing, critical headers are refused, and issuer, audience, times and type
 * are all checked.
 */
public final class OidcTokens implements ProviderTokens {
    private static final int LONGEST_SUBJECT = 255;
    private static final int RSA_BITS = 2048;

    private record Configured(IdentityProvider provider, ProviderKeys keys) {}

    /** A token that is refused. */
    private static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String why) {
            super(why);
        }
    }

    private final SortedMap<String, Configured> providers = new TreeMap<>();
    private final IdentityPolicy policy;

    /** With what reads the key set at an address. */
    public OidcTokens(List<IdentityProvider> providers, Function<URI, Callable<String>> web, IdentityPolicy policy) {
        this.policy = policy;
        providers.forEach(provider -> this.providers.put(
                provider.name(), new Configured(provider, new ProviderKeys(web.apply(provider.keys()), policy))));
    }

    @Override
    public Verdict verify(String name, String idToken, Optional<String> nonce, Instant now) {
        var configured = providers.get(name);
        if (configured == null) {
            return new Verdict.Rejected("no such provider");
        }
        try {
            var token = SignedJWT.parse(idToken);
            header(token.getHeader(), configured.provider());
            signature(token, configured.keys(), now);
            var claims = token.getJWTClaimsSet();
            claims(claims, configured.provider(), nonce, now);
            return new Verdict.Genuine(new ProviderIdentity(name, claims.getIssuer(), claims.getSubject()));
        } catch (Bad bad) {
            return new Verdict.Rejected(String.valueOf(bad.getMessage()));
        } catch (ParseException | JOSEException _) {
            // Their messages may quote the token.
            return new Verdict.Rejected("not a signed token");
        } catch (IOException _) {
            return new Verdict.Unreachable();
        }
    }

    private static void header(JWSHeader header, IdentityProvider provider) throws Bad {
        check(provider.algorithms().contains(header.getAlgorithm().getName()), "algorithm");
        check(header.getCriticalParams() == null || header.getCriticalParams().isEmpty(), "critical header");
        var type = header.getType();
        check(type == null || type.getType().equalsIgnoreCase("JWT"), "type");
        check(header.getKeyID() != null, "no key named");
    }

    private static void signature(SignedJWT token, ProviderKeys keys, Instant now)
            throws Bad, JOSEException, IOException {
        var header = token.getHeader();
        var key = keys.find(header.getKeyID(), now).orElseThrow(() -> new Bad("unknown key"));
        check(
                key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm()),
                "key of another algorithm");
        check(key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE), "key of another use");
        var verifier = switch (key) {
            case RSAKey rsa
            when !JWSAlgorithm.Family.EC.contains(header.getAlgorithm()) -> {
                check(rsa.size() >= RSA_BITS, "key too short");
                yield new RSASSAVerifier(rsa.toRSAPublicKey());
            }
            case ECKey ec
            when JWSAlgorithm.Family.EC.contains(header.getAlgorithm()) -> new ECDSAVerifier(ec.toECPublicKey());
            default -> throw new Bad("key of another kind");
        };
        check(token.verify(verifier), "signature");
    }

    private void claims(JWTClaimsSet claims, IdentityProvider provider, Optional<String> nonce, Instant now)
            throws Bad, ParseException {
        check(provider.issuer().equals(claims.getIssuer()), "issuer");
        var audience = claims.getAudience();
        check(audience.stream().anyMatch(provider.audiences()::contains), "audience");
        var party = claims.getStringClaim("azp");
        check(party == null ? audience.size() == 1 : provider.audiences().contains(party), "authorised party");
        var subject = claims.getSubject();
        check(subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT, "subject");
        check(after(claims.getExpirationTime(), now.minus(policy.skew())), "expired");
        check(!after(claims.getNotBeforeTime(), now.plus(policy.skew())), "not yet good");
        check(
                after(claims.getIssueTime(), now.minus(policy.oldestToken()).minus(policy.skew())),
                "issued too long ago");
        check(!after(claims.getIssueTime(), now.plus(policy.skew())), "issued in the future");
        var said = claims.getStringClaim("nonce");
        check(nonce.isEmpty() || nonce.get().equals(said), "nonce");
    }

    private static boolean after(@Nullable Date date, Instant other) {
        return date != null && date.toInstant().isAfter(other);
    }

    private static void check(boolean holds, String what) throws Bad {
        if (!holds) {
            throw new Bad(what);
        }
    }
}
