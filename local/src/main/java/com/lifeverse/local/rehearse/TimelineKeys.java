package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public keys that timelines are signed with, as a client keeps them, written from what clients are told.
 *
 * @param keys by their ids
 * @param askedAt when they were asked for
 */
record TimelineKeys(Map<String, PublicKey> keys, Instant askedAt) {
    /** Nobody has asked yet. */
    static final TimelineKeys NONE = new TimelineKeys(Map.of(), Instant.MIN);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** What stands before the point in a key's encoding, RFC 8410. */
    private static final byte[] BEFORE_THE_POINT = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * What was signed by whom: a timeline is the same for all of a place, so that a rehearsal need not do the same sums for each bot.
     */
    static final class Checked {
        private record Claim(String key, String jws, String body) {}

        private final Map<Claim, Boolean> known = new ConcurrentHashMap<>();
    }

    TimelineKeys {
        keys = Map.copyOf(keys);
    }

    /** The keys of {@code GET /v1/timeline-keys}. */
    static TimelineKeys of(JsonNode answer, Instant now) {
        var keys = new TreeMap<String, PublicKey>();
        answer.path("keys")
                .forEach(key ->
                        keys.put(key.path("kid").asText(), key(key.path("x").asText())));
        return new TimelineKeys(keys, now);
    }

    /** True if a good client asks again: once a day. */
    boolean isOld(Instant now) {
        return keys.isEmpty() || !now.isBefore(askedAt.plus(A_DAY));
    }

    /** True if the body is what one of these has signed. */
    boolean hasSigned(String body, String jws, Checked checked) {
        return named(jws)
                .flatMap(kid -> Optional.ofNullable(keys.get(kid)))
                .filter(key -> checked.known.computeIfAbsent(
                        new Checked.Claim(HexFormat.of().formatHex(key.getEncoded()), jws, body),
                        claim -> isSigned(key, claim.body(), claim.jws())))
                .isPresent();
    }

    /** Which key the header names. */
    private static Optional<String> named(String jws) {
        try {
            var header = Base64.getUrlDecoder().decode(jws.split("\\.", -1)[0]);
            return Json.parse(new String(header, StandardCharsets.UTF_8))
                    .map(json -> json.path("kid").asText());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(PublicKey key, String body, String jws) {
        var parts = jws.split("\\.", -1);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + ".").getBytes(StandardCharsets.UTF_8));
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return parts.length == 3
                    && parts[1].isEmpty()
                    && signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(String x) {
        var point = Base64.getUrlDecoder().decode(x);
        var encoded = new byte[BEFORE_THE_POINT.length + point.length];
        System.arraycopy(BEFORE_THE_POINT, 0, encoded, 0, BEFORE_THE_POINT.length);
        System.arraycopy(point, 0, encoded, BEFORE_THE_POINT.length, point.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stack has something else than a key of timelines", e);
        }
    }
}
