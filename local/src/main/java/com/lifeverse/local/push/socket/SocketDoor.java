package com.lifeverse.local.push.socket;

import com.lifeverse.local.push.Connection;
import com.lifeverse.local.push.Opening;
import com.lifeverse.local.push.PushGateway;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets clients of this machine, and no others, open WebSockets. It has a port of its own, as a WebSocket API has an address of
 * its own: the JDK's HTTP server cannot hand over a connection.
 */
public final class SocketDoor implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final ServerSocket server;
    private final PushGateway gateway;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private SocketDoor(ServerSocket server, PushGateway gateway) {
        this.server = server;
        this.gateway = gateway;
    }

    /** Opens {@code port} of the loopback interface; 0 takes a free one. */
    public static SocketDoor open(PushGateway gateway, int port) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(
                    new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port),
                    BACKLOG);
            var door = new SocketDoor(server, gateway);
            Thread.ofVirtual().name("socket door").start(door::accept);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** Where it listens, such as {@code ws://127.0.0.1:8082}. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                clients.add(client);
                Thread.ofVirtual().name("socket").start(() -> serve(client));
            } catch (IOException closed) {
                // The door is shut, or one client did not make it through; the loop's condition knows which.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var input = new BufferedInputStream(client.getInputStream());
            var request = Handshake.read(input, client.getInetAddress().getHostAddress());
            if (request.isEmpty()) {
                return;
            }
            var refusal = Handshake.refusal(request.get());
            if (refusal.isPresent()) {
                client.getOutputStream().write(Handshake.written(refusal.get()));
                return;
            }
            var hold = new Hold(client);
            switch (gateway.open(request.get(), hold)) {
                case Opening.Refused(var response) -> client.getOutputStream().write(Handshake.written(response));
                case Opening.Opened(var connection) -> {
                    hold.release(Handshake.acceptance(request.get()));
                    converse(connection, input, hold.writer());
                }
            }
        } catch (IOException gone) {
            // The client went away during its handshake: nobody is there to be told.
        } finally {
            clients.remove(client);
        }
    }

    private void converse(Connection connection, InputStream input, FrameWriter writer) {
        var status = CloseStatus.LOST;
        try {
            status = read(connection, new FrameReader(input), writer);
        } catch (Broken broken) {
            status = new CloseStatus(broken.status(), broken.reason());
            writer.close(broken.status(), broken.reason());
        } catch (IOException lost) {
            // No close frame: that is status 1006, as it stands.
        }
        gateway.closed(connection, status.code(), status.reason());
    }

    private CloseStatus read(Connection connection, FrameReader reader, FrameWriter writer) throws IOException, Broken {
        var messages = new Messages();
        while (true) {
            var frame = reader.next();
            switch (frame.opcode()) {
                case Frame.CLOSE -> {
                    var status = CloseStatus.read(frame.payload().bytes());
                    writer.close(status.code(), "");
                    return status;
                }
                case Frame.PING -> {
                    gateway.active(connection);
                    writer.pong(frame.payload().bytes());
                }
                case Frame.PONG -> gateway.active(connection);
                default -> {
                    var message = messages.add(frame);
                    if (message.isPresent()) {
                        deliver(connection, message.get());
                    }
                }
            }
        }
    }

    private void deliver(Connection connection, Messages.Message message) throws Broken {
        if (message.text()) {
            gateway.message(connection, message.content(), false);
        } else {
            gateway.message(
                    connection,
                    Base64.getEncoder().encodeToString(message.payload().bytes()),
                    true);
        }
    }
}
