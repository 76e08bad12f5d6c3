package com.lifeverse.local.push.socket;

import com.lifeverse.local.push.Peer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A client whose handshake is not answered yet. Whoever writes to it waits until it is, so that nothing reaches the client
 * before the answer that opens the connection.
 */
final class Hold implements Peer {
    /** How long a client may take to answer our close frame with its own. */
    private static final int FAREWELL_MILLIS = 2_000;

    private final Socket client;
    private final FrameWriter writer;
    private final CountDownLatch answered = new CountDownLatch(1);

    Hold(Socket client) throws IOException {
        this.client = client;
        this.writer = new FrameWriter(client.getOutputStream(), this::hurry);
    }

    /** Sends the answer that opens the connection. */
    void release(String acceptance) throws IOException {
        try {
            client.getOutputStream().write(acceptance.getBytes(StandardCharsets.US_ASCII));
        } finally {
            answered.countDown();
        }
    }

    FrameWriter writer() {
        return writer;
    }

    @Override
    public void text(String message) {
        await();
        writer.text(message);
    }

    @Override
    public void close(int status, String reason) {
        await();
        writer.close(status, reason);
    }

    private void await() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hurry() {
        try {
            client.setSoTimeout(FAREWELL_MILLIS);
        } catch (IOException gone) {
            // Then there is nothing left to wait for.
        }
    }
}
