package com.lifeverse.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256 (FIPS 180-4) in the forms that sessions use. */
public final class Sha256 {
    private static final int HALF = 16;

    private Sha256() {}

    /** Of one text, as 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of several texts. Each is preceded by its length, so that no other texts give the same bytes. */
    public static byte[] of(String... texts) {
        var digest = digest();
        for (var text : texts) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** The first 72 bits of {@link #of}, as 12 characters: enough to tell apart what one player does in a few days. */
    public static String mark(String... texts) {
        return brief(texts).substring(0, 12);
    }

    /** The first 128 bits of {@link #of}, as 22 characters: enough to recognise, short enough for the live item. */
    public static String brief(String... texts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(HALF).put(of(texts), 0, HALF).array());
    }

    /** The first 122 bits of {@link #of} as a UUID of version 8 (RFC 9562): an id for what is always named by the same texts. */
    public static UUID uuid(String... texts) {
        var bytes = ByteBuffer.wrap(of(texts));
        return new UUID(
                (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L,
                (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
