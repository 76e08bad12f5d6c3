package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** What clients are shipped with, to tell a timeline from a forged one. */
record TimelineKey(PublicKey key) {
    private static final byte[] BEFORE_THE_POINT = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The key of {@code GET /v1/timeline-keys}. */
    static TimelineKey of(JsonNode keys) {
        var point = Base64.getUrlDecoder().decode(keys.at("/keys/0/x").asText());
        var encoded = new byte[BEFORE_THE_POINT.length + point.length];
        System.arraycopy(BEFORE_THE_POINT, 0, encoded, 0, BEFORE_THE_POINT.length);
        System.arraycopy(point, 0, encoded, BEFORE_THE_POINT.length, point.length);
        try {
            return new TimelineKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stack has no key of timelines", e);
        }
    }

    /** True if the body is what was signed. */
    boolean hasSigned(String body, String jws) {
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
}
