package com.lifeverse.trigger.webhook.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.lifeverse.trigger.webhook.Destination;
import com.lifeverse.trigger.webhook.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over TLS to a name, at an address that was looked at. The name is resolved once; if any of its addresses is not one
 * to be reached, nothing is sent; else the connection goes to one of those very addresses, so that a name that resolves to another a
 * moment later (DNS rebinding) leads nowhere. The certificate must be the name's. Redirects are not followed. No client of the JDK
 * takes an address and a name apart, so this speaks HTTP/1.1 itself, as little of it as there is need for.
 *
 * @param reachable which addresses may be connected to
 * @param patience for all of it, however slowly the other side goes on
 */
public record PinnedPost(Resolver resolver, Predicate<InetAddress> reachable, SSLSocketFactory tls, Duration patience) {
    private static final int HTTPS_PORT = 443;
    private static final int MOST_BODY = 64 * 1024;

    /** As far as an answer's head is read; its body never is. */
    private static final int MOST_HEAD = 8 * 1024;

    /** Finds a name's addresses. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    /** Sends it; what goes wrong out there is an answer, too. */
    public Reply send(URI url, Map<String, String> headers, byte[] body) {
        var fault = Destination.fault(url);
        if (fault.isPresent()) {
            return new Reply.Refused("The url " + fault.get());
        }
        if (body.length > MOST_BODY || headers.values().stream().anyMatch(PinnedPost::endsALine)) {
            return new Reply.Refused("The message is not one to be sent");
        }
        try {
            var addresses = resolver.resolve(url.getHost());
            if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(reachable)) {
                return new Reply.Refused(url.getHost() + " is at an address that nothing is sent to");
            }
            return Reply.of(exchange(first(addresses), url, head(url, headers, body.length), body));
        } catch (IOException e) {
            return new Reply.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private int exchange(InetAddress address, URI url, byte[] head, byte[] body) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        try (var socket = new Socket()) {
            // A read's own time-out begins anew with each byte.
            var overdue = CompletableFuture.runAsync(
                    () -> close(socket), CompletableFuture.delayedExecutor(millis, MILLISECONDS));
            try {
                socket.connect(new InetSocketAddress(address, port(url)), millis);
                socket.setSoTimeout(millis);
                return exchange(socket, url, head, body);
            } finally {
                ((Future<?>) overdue).cancel(false);
            }
        }
    }

    private int exchange(Socket socket, URI url, byte[] head, byte[] body) throws IOException {
        try (var secure = (SSLSocket) tls.createSocket(socket, url.getHost(), port(url), false)) {
            var parameters = secure.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(url.getHost())));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            var output = secure.getOutputStream();
            output.write(head);
            output.write(body);
            output.flush();
            return status(secure.getInputStream());
        }
    }

    private static byte[] head(URI url, Map<String, String> headers, int length) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var head = new StringBuilder("POST ")
                .append(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getRawAuthority())
                .append(
                        "\r\nUser-Agent: LifeVerse-Webhooks/1\r\nConnection: close\r\nContent-Type: application/json\r\n")
                .append("Content-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(US_ASCII);
    }

    /** The status of the first answer that is a final one. */
    private static int status(InputStream input) throws IOException {
        var head = new StringBuilder();
        int status = 0;
        for (int read = input.read(); read >= 0 && head.length() < MOST_HEAD; read = input.read()) {
            head.append((char) read);
            if (status == 0 && read == '\n') {
                status = statusOf(head.toString());
                if (status >= 200) {
                    return status;
                }
            }
            if (status != 0 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                // 1xx: the answer itself is still to come.
                head.setLength(0);
                status = 0;
            }
        }
        throw new IOException("No answer in HTTP");
    }

    private static int statusOf(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?\\s*")) {
            throw new IOException("No answer in HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    /** Functions reach the world over IPv4 alone, unless they are in a network of ours. */
    private static InetAddress first(InetAddress[] addresses) {
        return Arrays.stream(addresses)
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElse(addresses[0]);
    }

    private static int port(URI url) {
        return url.getPort() == -1 ? HTTPS_PORT : url.getPort();
    }

    private static boolean endsALine(String value) {
        return !value.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
