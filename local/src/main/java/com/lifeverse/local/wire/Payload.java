package com.lifeverse.local.wire;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.wire.json.Mismatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What a request carries, and whom it is for. */
final class Payload {
    /** No request may be longer, compressed or not. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    private Payload() {}

    /**
     * False for a name that somebody else's DNS may have given this machine's address to: a page in a browser could
     * reach the port by it.
     */
    static boolean isAddressedHere(Request request) {
        var host = request.headers().first("host").orElse("localhost").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(host.replaceFirst(":\\d*$", ""));
    }

    /** The body, unpacked if it came packed. */
    static byte[] of(Request request) {
        var sent = request.body().bytes();
        var encoding =
                request.headers().first("content-encoding").orElse("identity").strip();
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> sent;
            case "gzip" -> unpacked(sent);
            default -> throw Mismatch.unreadable(null);
        };
    }

    private static byte[] unpacked(byte[] sent) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            var bytes = stream.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw WireFault.of("RequestEntityTooLargeException", "Request size exceeded 16777216 bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw Mismatch.unreadable(e);
        }
    }
}
