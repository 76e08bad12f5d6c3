package com.lifeverse.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's WebSocket, and what came over it. */
public final class Socket implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<CompletableFuture<Boolean>> pongs = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private WebSocket socket;

    @SuppressWarnings("NullAway.Init")
    private Socket() {}

    public static Socket open(HttpClient http, String address) {
        var listener = new Socket();
        listener.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), listener)
                .join();
        return listener;
    }

    /** The status that a handshake is refused with; 101 if it is not. */
    public static int handshake(HttpClient http, String address) {
        try {
            open(http, address);
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** The next text; fails if none comes in ten seconds. */
    public JsonNode next() {
        try {
            var text = texts.poll(10, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("Nothing came");
            }
            return Game.JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("Not JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Pings, and waits until the other side has shown that it heard. */
    public void ping() {
        var heard = new CompletableFuture<Boolean>();
        pongs.add(heard);
        socket.sendPing(ByteBuffer.allocate(0)).join();
        heard.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** True if nothing has come that was not taken. */
    public boolean isQuiet() {
        return texts.isEmpty();
    }

    /** The status that the other side closed with. */
    public int status() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            texts.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.remove().complete(true);
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
