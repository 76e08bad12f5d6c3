package com.lifeverse.local.http.auth;

import com.lifeverse.local.http.message.QueryParameter;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Sites;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * API Gateway's own JWT authorizer. Only RSA signatures (RS256, RS384, RS512) of a key that the issuer publishes under the
 * token's {@code kid} count; what the token says of its algorithm never chooses another kind of check.
 */
public final class JwtAuthorizer {
    private static final Set<JWSAlgorithm> RSA = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
    private static final String HEADER_SOURCE = "$request.header.";
    private static final String QUERY_SOURCE = "$request.querystring.";

    private sealed interface Reading {
        record Right(Claims claims) implements Reading {}

        record Wrong(String fault) implements Reading {}
    }

    private final String issuer;
    private final List<String> audience;
    private final String identitySource;
    private final SigningKeys keys;
    private final InstantSource clock;

    /**
     * Reads the issuer's discovery document.
     *
     * @param identitySource such as {@code $request.header.Authorization}
     * @throws AwsServiceException BadRequestException if the document cannot be read: no authorizer is made then
     */
    public JwtAuthorizer(
            String issuer, List<String> audience, String identitySource, Sites sites, InstantSource clock) {
        this.issuer = issuer;
        this.audience = List.copyOf(audience);
        this.identitySource = identitySource;
        this.keys = SigningKeys.of(issuer, sites, clock);
        this.clock = clock;
    }

    /** Judges the request's token; with {@code scopes}, it must carry at least one of them. */
    public Verdict authorize(Request request, List<String> scopes) {
        var token = token(request);
        if (token.isEmpty()) {
            return new Verdict.Refused(unauthorized("Bearer"));
        }
        return switch (read(token.get())) {
            case Reading.Wrong(var fault) ->
                new Verdict.Refused(unauthorized("Bearer scope=\"%s\" error=\"invalid_token\" error_description=\"%s\""
                        .formatted(String.join(" ", scopes), fault)));
            case Reading.Right(var claims) -> grant(claims, scopes);
        };
    }

    private static Verdict grant(Claims claims, List<String> scopes) {
        var matched = claims.scopes().stream().filter(scopes::contains).toList();
        if (!scopes.isEmpty() && matched.isEmpty()) {
            return new Verdict.Refused(Response.message(403, "Forbidden"));
        }
        var authorizer = Json.object();
        var jwt = authorizer.putObject("jwt");
        jwt.set("claims", claims.rendered());
        if (scopes.isEmpty()) {
            jwt.putNull("scopes");
        } else {
            matched.forEach(jwt.putArray("scopes")::add);
        }
        return new Verdict.Granted(Optional.of(authorizer));
    }

    private Reading read(String token) {
        try {
            var jws = JWSObject.parse(token);
            if (!RSA.contains(jws.getHeader().getAlgorithm())) {
                return new Reading.Wrong("signing method " + jws.getHeader().getAlgorithm() + " is invalid");
            }
            var keyId = jws.getHeader().getKeyID();
            var key = keyId == null ? Optional.<java.security.interfaces.RSAPublicKey>empty() : keys.find(keyId);
            if (key.isEmpty()) {
                return new Reading.Wrong("the token is signed with an unknown key");
            }
            if (!jws.verify(new RSASSAVerifier(key.get()))) {
                return new Reading.Wrong("the token's signature is invalid");
            }
            return judge(jws);
        } catch (ParseException | JOSEException e) {
            return new Reading.Wrong("the token is malformed");
        } catch (KeysUnreachable e) {
            return new Reading.Wrong("OIDC discovery endpoint communication error");
        }
    }

    private Reading judge(JWSObject jws) {
        var payload = jws.getPayload().toJSONObject();
        if (payload == null) {
            return new Reading.Wrong("the token is malformed");
        }
        var claims = new Claims(payload);
        return claims.fault(issuer, audience, clock.instant())
                .<Reading>map(Reading.Wrong::new)
                .orElseGet(() -> new Reading.Right(claims));
    }

    /** The token by itself, or after {@code Bearer}. */
    private Optional<String> token(Request request) {
        var value = identitySource.startsWith(QUERY_SOURCE)
                ? request.parameters().stream()
                        .filter(parameter -> parameter.name().equals(identitySource.substring(QUERY_SOURCE.length())))
                        .map(QueryParameter::value)
                        .findFirst()
                : request.headers()
                        .first(identitySource.substring(HEADER_SOURCE.length()).toLowerCase(Locale.ROOT));
        return value.map(String::strip)
                .map(text -> text.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? text.substring(7).strip()
                        : text)
                .filter(text -> !text.isEmpty());
    }

    private static Response unauthorized(String challenge) {
        return Response.message(401, "Unauthorized").with("www-authenticate", challenge);
    }
}
