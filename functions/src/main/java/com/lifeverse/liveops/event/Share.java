package com.lifeverse.liveops.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which hundredth of all players one is in, for an event: the first four bytes of the SHA-256 of {@code EVENT/PLAYERID}, as a number
 * without sign, modulo 100. Clients reckon it as well, so it never changes.
 */
public final class Share {
    private Share() {}

    /** 0 to 99. */
    public static int of(String event, String playerId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((event + "/" + playerId).getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), 100);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
