package com.lifeverse.local.http;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers on a port of the loopback interface, so that nobody else on the network can reach them. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final long DRAINED = 100L * 1024 * 1024;

    static {
        // Without it every response of a kept connection waits 40 ms for the client's delayed acknowledgement. Read
        // once,
        // when the JDK's server is loaded.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Function<Request, Response> answers;
    private final int bodyLimit;

    private Listener(HttpServer server, Function<Request, Response> answers, int bodyLimit) {
        this.server = server;
        this.answers = answers;
        this.bodyLimit = bodyLimit;
    }

    /**
     * Listens on {@code port}; 0 takes a free one.
     *
     * @param answers must not throw; a body longer than {@code bodyLimit} reaches it one byte too long
     */
    public static Listener open(Function<Request, Response> answers, int port, int bodyLimit) {
        try {
            var loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            var server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
            var listener = new Listener(server, answers, bodyLimit);
            server.createContext("/", listener::serve);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}. */
    public URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answers.apply(request(exchange)));
        }
    }

    private Request request(HttpExchange exchange) throws IOException {
        // Not the URI's own path: that of "//host/path" would lack its beginning.
        var target = exchange.getRequestURI().toString();
        if (!target.startsWith("/")) {
            target = exchange.getRequestURI().getRawSchemeSpecificPart().replaceFirst("^//[^/?]*", "");
        }
        int mark = target.indexOf('?');
        var fields = new ArrayList<Headers.Field>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
        return new Request(
                exchange.getRequestMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                new Headers(fields),
                // One byte more than is allowed tells that there were too many.
                Body.of(exchange.getRequestBody().readNBytes(bodyLimit + 1)),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        var headers = exchange.getResponseHeaders();
        response.headers().fields().forEach(field -> headers.add(field.name(), field.value()));
        int length = response.body().size();
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || mayHaveNoBody(response.status());
        if (response.status() == 413) {
            // A client that is still sending reads the answer only afterwards; but not everything is taken in.
            exchange.getRequestBody().skip(DRAINED);
            headers.put("connection", List.of("close"));
        }
        if (bodiless) {
            if (!mayHaveNoBody(response.status())) {
                headers.put("content-length", List.of(Integer.toString(length)));
            }
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(response.body().bytes());
        }
    }

    private static boolean mayHaveNoBody(int status) {
        return status == 204 || status == 304 || status < 200;
    }
}
