package com.lifeverse.trigger.webhook.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Another system: a TLS server on one loopback address, which answers each request the same and remembers what it was sent. */
final class TlsReceiver implements AutoCloseable {
    /** What it does once a request is read. */
    @FunctionalInterface
    interface Manner {
        void answer(OutputStream output, InputStream input) throws IOException;
    }

    private final SSLServerSocket server;
    private final Manner manner;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private TlsReceiver(SSLServerSocket server, Manner manner) {
        this.server = server;
        this.manner = manner;
    }

    static TlsReceiver at(String address, int port, SSLContext tls, Manner manner) throws IOException {
        var server = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        var receiver = new TlsReceiver(server, manner);
        Thread.ofVirtual().start(receiver::listen);
        return receiver;
    }

    static Manner answering(String head) {
        return (output, _) -> output.write((head + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        try {
            while (!server.isClosed()) {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var input = socket.getInputStream();
            requests.add(request(input));
            manner.answer(socket.getOutputStream(), input);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // Whoever hangs up early is what some of the tests are about: it shows in what the other side says.
            requests.add("broken: " + e.getMessage());
        }
    }

    private static String request(InputStream input) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            int read = input.read();
            if (read < 0) {
                throw new IOException("ended in its head");
            }
            text.append((char) read);
        }
        var length = text.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .findFirst();
        var body = input.readNBytes(Integer.parseInt(length.orElseThrow().substring(16)));
        return text + new String(body, ISO_8859_1);
    }
}
