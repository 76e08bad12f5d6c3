package com.lifeverse.local.identity.custom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An address on this machine alone that takes one document by PUT. Who does not know its secret path is refused, and so
 * is a second document.
 */
final class ResponseAddress implements AutoCloseable {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final String path;
    private final AtomicReference<Optional<String>> document = new AtomicReference<>(Optional.empty());

    private ResponseAddress(HttpServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /**
     * Opens an address.
     *
     * @param secret the part of its path that cannot be guessed
     */
    static ResponseAddress open(String secret) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var address = new ResponseAddress(server, "/" + secret);
            server.createContext("/", address::accept);
            server.start();
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen for the answer of a custom resource", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What was put here, if anything was. */
    Optional<String> received() {
        return document.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean expected = exchange.getRequestMethod().equals("PUT")
                    && exchange.getRequestURI().getPath().equals(path);
            var none = document.get();
            boolean taken = expected && none.isEmpty() && document.compareAndSet(none, Optional.of(body));
            exchange.sendResponseHeaders(taken ? OK : FORBIDDEN, NO_BODY);
        }
    }
}
