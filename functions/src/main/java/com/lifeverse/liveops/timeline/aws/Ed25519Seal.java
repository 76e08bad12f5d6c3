package com.lifeverse.liveops.timeline.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.timeline.Bundle;
import com.lifeverse.liveops.timeline.Seal;
import com.lifeverse.liveops.timeline.Sheet;
import com.lifeverse.platform.json.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signs with Ed25519 (RFC 8032, RFC 8037): the body stays as it is, the signature is a JWS with detached and unencoded payload (RFC 7515,
 * RFC 7797). The same body has the same signature always. The key follows from a secret of the stage, so that nothing has to be made
 * before the first.
 */
public final class Ed25519Seal implements Seal {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;

    private final KeyPair keys;
    private final String header;
    private final ObjectNode jwk;

    /** With a secret of at least 32 random characters. */
    public Ed25519Seal(String secret) {
        this.keys = keys(secret);
        var x = BASE64.encodeToString(point((EdECPublicKey) keys.getPublic()));
        // RFC 7638: the members that make the key, in the order of their names.
        var thumbprint = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
        var kid = BASE64.encodeToString(sha256(thumbprint.getBytes(UTF_8)));
        this.jwk = Json.object()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("alg", "EdDSA")
                .put("use", "sig")
                .put("kid", kid)
                .put("x", x);
        var protectedHeader = Json.object().put("alg", "EdDSA").put("kid", kid).put("b64", false);
        protectedHeader.putArray("crit").add("b64");
        this.header = BASE64.encodeToString(protectedHeader.toString().getBytes(UTF_8));
    }

    @Override
    public Bundle.Signed sign(Sheet sheet) {
        var body = Json.write(sheet.body());
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update((header + ".").getBytes(UTF_8));
            signature.update(body.getBytes(UTF_8));
            return new Bundle.Signed(sheet.from(), body, header + ".." + BASE64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform signs with Ed25519", e);
        }
    }

    @Override
    public String keys() {
        return "{\"keys\":[" + jwk + "]}";
    }

    /** The public key by itself. */
    ObjectNode key() {
        return jwk.deepCopy();
    }

    private static KeyPair keys(String secret) {
        if (secret.length() < KEY_BYTES) {
            throw new IllegalStateException("The secret of timelines is too short to be one");
        }
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(sha256(("timeline " + secret).getBytes(UTF_8))));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform makes Ed25519 keys", e);
        }
    }

    /** The public key's 32 bytes: the y coordinate, the least byte first, with the last bit for the sign of x. */
    private static byte[] point(EdECPublicKey key) {
        var big = key.getPoint().getY().toByteArray();
        var bytes = new byte[KEY_BYTES];
        for (int at = 0; at < Math.min(big.length, KEY_BYTES); at++) {
            bytes[at] = big[big.length - 1 - at];
        }
        if (key.getPoint().isXOdd()) {
            bytes[KEY_BYTES - 1] |= (byte) 0x80;
        }
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A private key of Ed25519 is any 32 bytes; a generator takes them from its source of chance, which here is no chance. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Seed(byte[] bytes) {
            this.bytes = Arrays.copyOf(bytes, bytes.length);
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, Math.min(bytes.length, target.length));
        }
    }
}
