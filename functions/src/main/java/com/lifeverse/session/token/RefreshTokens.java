package com.lifeverse.session.token;

import com.lifeverse.session.key.RefreshSecret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals refresh tokens and opens them: {@code base64url(payload).base64url(HMAC-SHA256(payload))}. The same token always
 * seals to the same text.
 */
public final class RefreshTokens {
    private static final String ALGORITHM = "HmacSHA256";
    /** Keeps what is sealed here apart from anything else that the secret may ever seal. */
    private static final String PURPOSE = "refresh-token.v1\n";

    private static final Pattern PAYLOAD = Pattern.compile(
            "(ply_[0-9a-f-]{36})\\|(ses_[0-9a-f-]{36})\\|([A-Za-z0-9_-]{22})\\|([0-9]{1,18})\\|([0-9]{1,11})");

    private final SecretKeySpec key;

    /** With the secret of the key ring. */
    public RefreshTokens(RefreshSecret secret) {
        key = new SecretKeySpec(secret.bytes(), ALGORITHM);
    }

    public String seal(RefreshToken token) {
        var payload = String.join(
                "|",
                token.playerId(),
                token.sessionId(),
                token.family(),
                Long.toString(token.generation()),
                Long.toString(token.familyStart().getEpochSecond()));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(mac(payload));
    }

    /** What a sealed token says; empty if we did not seal it. */
    public Optional<RefreshToken> open(String text) {
        int dot = text.indexOf('.');
        var payload = dot < 0 ? Optional.<byte[]>empty() : decode(text.substring(0, dot));
        var seal = decode(text.substring(dot + 1));
        if (payload.isEmpty() || seal.isEmpty()) {
            return Optional.empty();
        }
        var said = new String(payload.get(), StandardCharsets.UTF_8);
        return MessageDigest.isEqual(seal.get(), mac(said)) ? parse(said) : Optional.empty();
    }

    private static Optional<RefreshToken> parse(String payload) {
        var matcher = PAYLOAD.matcher(payload);
        return matcher.matches()
                ? Optional.of(new RefreshToken(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        Long.parseLong(matcher.group(4)),
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(5)))))
                : Optional.empty();
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            // Not base64url, so not ours: that is an answer here, not a failure.
            return Optional.empty();
        }
    }

    private byte[] mac(String payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((PURPOSE + payload).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
