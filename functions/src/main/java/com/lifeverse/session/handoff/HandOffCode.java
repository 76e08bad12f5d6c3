package com.lifeverse.session.handoff;

import com.lifeverse.session.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a code stands for, once: it is good as long as the session has the family that it had when the code was made, and using
 * it gives the session another one.
 *
 * @param hash of the code, which itself is kept nowhere
 */
public record HandOffCode(String hash, String playerId, String sessionId, String family, Instant expiresAt) {
    /** Letters and digits that nobody mistakes for each other (Crockford's Base32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int BITS = 5;

    /** A code of 50 random bits, short enough to be read out and typed. */
    public static String text(UUID random) {
        var text = new StringBuilder();
        long bits = random.getLeastSignificantBits();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt((int) (bits >>> (BITS * i)) & (ALPHABET.length() - 1)));
        }
        return text.toString();
    }

    /** The name under which it is kept; upper and lower case, blanks and hyphens make no difference. */
    public static String hash(String code) {
        return Sha256.hex("hand-off-code\n" + code.toUpperCase(Locale.ROOT).replaceAll("[ -]", ""));
    }
}
