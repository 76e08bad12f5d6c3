package com.lifeverse.local.assembly;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** The part of a name that AWS draws at random: here drawn from what it names, so the same from run to run. */
public final class StableName {
    private static final BigInteger RADIX = BigInteger.valueOf(36);

    private StableName() {}

    /** {@code length} characters of {@code a-z0-9} that depend on {@code seed} alone; at most 48 are meaningful. */
    public static String of(String seed, int length) {
        var name = new StringBuilder();
        var rest = new BigInteger(1, sha256(seed));
        while (name.length() < length) {
            var parts = rest.divideAndRemainder(RADIX);
            name.append(Character.forDigit(parts[1].intValue(), 36));
            rest = parts[0];
        }
        return name.toString();
    }

    /** {@code name} if it has at most {@code limit} characters, else its beginning with a part that keeps it unique. */
    public static String within(int limit, String name) {
        return name.length() <= limit ? name : name.substring(0, limit - 9) + "-" + of(name, 8);
    }

    /** The id that IAM gives the role {@code arn}. */
    public static String roleId(String arn) {
        return "AROA" + of(arn, 17).toUpperCase(Locale.ROOT);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
