package com.lifeverse.local.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's side of a function's process: hands it one event and takes what it answers
 * (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
final class RuntimeApi implements AutoCloseable {
    private static final String PREFIX = "/2018-06-01/runtime";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /**
     * What came of it.
     *
     * @param kind {@code response}, {@code error}, or {@code init-error} if it did not even start
     */
    record Answer(String kind, String body) {}

    private final HttpServer server;
    private final String event;
    private final String functionArn;
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    RuntimeApi(String functionArn, String event) throws IOException {
        this.functionArn = functionArn;
        this.event = event;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PREFIX + "/invocation/next", this::next);
        server.createContext(PREFIX + "/invocation/1/response", exchange -> took(exchange, "response"));
        server.createContext(PREFIX + "/invocation/1/error", exchange -> took(exchange, "error"));
        server.createContext(PREFIX + "/init/error", exchange -> took(exchange, "init-error"));
        // What a custom resource answers to CloudFormation.
        server.createContext("/cloudformation", exchange -> took(exchange, "response"));
        server.start();
    }

    /** Host and port, as a process is told them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** There is one event; who asks for another waits until it is ended. */
    private void next(HttpExchange exchange) throws IOException {
        if (handedOver.getAndSet(true)) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "application/json");
        headers.add("Lambda-Runtime-Aws-Request-Id", "1");
        // Lambda always sends it, and the client's native part falls over without.
        headers.add("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
        headers.add("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.add(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(Instant.now().plus(LIMIT).toEpochMilli()));
        var bytes = event.replace("${address}", address()).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void took(HttpExchange exchange, String kind) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        exchange.sendResponseHeaders(kind.equals("response") ? 200 : 202, -1);
        exchange.close();
        answer.complete(new Answer(kind, body));
    }
}
