package com.lifeverse.platform.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * News in few bytes: DEFLATE (RFC 1951) with a dictionary of what events of sessions say anyway, behind one byte that names the
 * dictionary. It is never changed, since a function of yesterday may have written what one of today reads: a better one gets the
 * next number.
 */
final class PackedNews {
    private static final byte FIRST = 1;
    private static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1024;
    private static final byte[] DICTIONARY = String.join(
                    "",
                    "player.pardoned.v1\",player.revoked.v1\",\"until\":\"tokenEpoch\":",
                    "\"reason\":\"sign-in-expired\"refresh-token-reused\"signed-out-everywhere\"kicked\"banned\"erased\"lease-expired\"",
                    "\"topic\":\"inbox\",\"reference\":\"msg_",
                    "notice.announced.v1\",session.refresh_reused.v1\",\"currentGeneration\":",
                    "session.resumed.v1\",\"previousPlatform\":\"\",\"generation\":",
                    "\"playstation\"xbox\"switch\"ios\"android\"web\"pc\"eu-central",
                    ",\"newPlayer\":false}},\"newPlayer\":true}}]\"region\":\"",
                    "{\"id\":\"evt_019\",\"type\":\"session.started.v1\",\"time\":\"2026-",
                    "Z\",\"playerId\":\"ply_019\",\"producer\":\"session\",\"payload\":{\"sessionId\":\"ses_019",
                    "\",\"platform\":\"switch\",\"clientVersion\":\"1.0.0\",\"newPlayer\":false}}]",
                    "\",\"reason\":\"signed-out\",\"reason\":\"replaced\",\"by\":\"}},",
                    "[{\"id\":\"evt_01a\",\"type\":\"session.ended.v1\",\"time\":\"2026-",
                    "Z\",\"playerId\":\"ply_01a\",\"producer\":\"session\",\"payload\":{\"sessionId\":\"ses_01a",
                    "\",\"platform\":\"")
            .getBytes(StandardCharsets.UTF_8);

    private PackedNews() {}

    static byte[] pack(String text) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            packed.write(FIRST);
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    /**
     * What was packed.
     *
     * @throws IllegalArgumentException if it was not packed here
     */
    static String unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] != FIRST) {
            throw new IllegalArgumentException("It is not packed with a dictionary that is known here");
        }
        try (var inflater = new Inflater(true)) {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, 1, packed.length - 1);
            var text = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 || text.size() > LONGEST) {
                    throw new IllegalArgumentException("What is packed has no end");
                }
                text.write(buffer, 0, read);
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("It is not packed", e);
        }
    }
}
