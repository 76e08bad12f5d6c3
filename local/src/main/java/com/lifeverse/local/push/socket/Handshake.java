package com.lifeverse.local.push.socket;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client's opening handshake (RFC 6455, section 4.2). */
final class Handshake {
    private static final int LONGEST = 10_240;
    private static final int KEY_BYTES = 16;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private Handshake() {}

    /**
     * The request at the beginning of a connection; empty if it is none that HTTP/1.1 knows.
     *
     * @throws EOFException if the client went away before it was whole
     */
    static Optional<Request> read(InputStream input, String sourceIp) throws IOException {
        var head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
            matched = next == END[matched] ? matched + 1 : next == '\r' ? 1 : 0;
            if (head.size() > LONGEST) {
                return Optional.empty();
            }
        }
        return parse(head.toString(StandardCharsets.ISO_8859_1), sourceIp);
    }

    private static Optional<Request> parse(String head, String sourceIp) {
        var lines = List.of(head.split("\r\n", -1));
        var start = lines.getFirst().split(" ", -1);
        if (start.length != 3 || !start[1].startsWith("/") || !start[2].equals("HTTP/1.1")) {
            return Optional.empty();
        }
        var fields = new ArrayList<Headers.Field>();
        for (var line : lines.subList(1, lines.size() - 2)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                return Optional.empty();
            }
            fields.add(new Headers.Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        int mark = start[1].indexOf('?');
        return Optional.of(new Request(
                start[0],
                mark < 0 ? start[1] : start[1].substring(0, mark),
                mark < 0 ? "" : start[1].substring(mark + 1),
                new Headers(fields),
                Body.EMPTY,
                sourceIp));
    }

    /** Why the request does not open a WebSocket; empty if it does. */
    static Optional<Response> refusal(Request request) {
        boolean upgrade = request.method().equals("GET")
                && names(request, "upgrade", "websocket")
                && names(request, "connection", "upgrade")
                && keyOf(request).isPresent();
        if (!upgrade) {
            return Optional.of(Response.message(403, "Forbidden"));
        }
        return request.headers().first("sec-websocket-version").orElse("").equals("13")
                ? Optional.empty()
                : Optional.of(Response.message(426, "Upgrade Required").with("sec-websocket-version", "13"));
    }

    /** The answer that opens the connection. */
    static String acceptance(Request request) {
        return "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: "
                + accepting(keyOf(request).orElseThrow())
                + "\r\n\r\n";
    }

    /** An answer that does not. */
    static byte[] written(Response response) {
        var head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" -\r\n");
        response.headers()
                .fields()
                .forEach(field -> head.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        head.append("content-length: ").append(response.body().size()).append("\r\nconnection: close\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(response.body().bytes());
        return bytes.toByteArray();
    }

    private static boolean names(Request request, String header, String token) {
        return request.headers().all(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().toLowerCase(Locale.ROOT).equals(token));
    }

    private static Optional<String> keyOf(Request request) {
        return request.headers().first("sec-websocket-key").filter(key -> {
            try {
                return Base64.getDecoder().decode(key).length == KEY_BYTES;
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        });
    }

    private static String accepting(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
