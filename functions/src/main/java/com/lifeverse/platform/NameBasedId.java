package com.lifeverse.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids made from names: the same names give the same id, on every machine and at every attempt. UUID version 8 of a SHA-256
 * hash, as in RFC 9562, appendix B.2.
 */
public final class NameBasedId {
    private NameBasedId() {}

    /** The prefix and the UUID of these names, whose order counts and whose borders cannot be mistaken. */
    public static String of(String prefix, String... names) {
        var hash = hash(names);
        long most = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return prefix + new UUID(most, least);
    }

    /** The first 64 bits of the names' hash. */
    public static long bits(String... names) {
        return hash(names).getLong();
    }

    private static ByteBuffer hash(String... names) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : names) {
                var bytes = name.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
