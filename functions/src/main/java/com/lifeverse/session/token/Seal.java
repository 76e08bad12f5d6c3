package com.lifeverse.session.token;

import com.lifeverse.session.key.RefreshSecret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts and opens them: {@code base64url(text).base64url(HMAC-SHA256(purpose, text))}. The same text always seals to the
 * same, and what is sealed for one purpose opens for no other.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String purpose;

    /** With the secret of the key ring. */
    public Seal(RefreshSecret secret, String purpose) {
        this.key = new SecretKeySpec(secret.bytes(), ALGORITHM);
        this.purpose = purpose + "\n";
    }

    public String seal(String text) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "." + encoder.encodeToString(mac(text));
    }

    /** What was sealed; empty if it was not we who did. */
    public Optional<String> open(String sealed) {
        int dot = sealed.indexOf('.');
        var text = dot < 0 ? Optional.<byte[]>empty() : decode(sealed.substring(0, dot));
        var seal = decode(sealed.substring(dot + 1));
        if (text.isEmpty() || seal.isEmpty()) {
            return Optional.empty();
        }
        var said = new String(text.get(), StandardCharsets.UTF_8);
        return MessageDigest.isEqual(seal.get(), mac(said)) ? Optional.of(said) : Optional.empty();
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            // Not base64url, so not ours: that is an answer here, not a failure.
            return Optional.empty();
        }
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
