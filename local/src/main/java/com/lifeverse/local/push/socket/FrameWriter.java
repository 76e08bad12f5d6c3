package com.lifeverse.local.push.socket;

import com.lifeverse.local.push.Peer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** Writes frames to a client, each at once and whole. A client that is gone is noticed by its reader, so here it is nothing. */
final class FrameWriter implements Peer {
    private static final int LONGEST_REASON = 123;
    private static final int NO_STATUS = 1005;

    private final OutputStream output;
    private final Runnable afterClose;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closing;

    /**
     * A writer to {@code output}.
     *
     * @param afterClose once a close frame has been written
     */
    FrameWriter(OutputStream output, Runnable afterClose) {
        this.output = output;
        this.afterClose = afterClose;
    }

    @Override
    public void text(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        int sent = 0;
        turn.lock();
        try {
            // As AWS does, a long message goes in frames that every client's limit lets through.
            do {
                int end = Math.min(bytes.length, sent + FrameReader.LONGEST);
                boolean last = end == bytes.length;
                write(last, sent == 0 ? Frame.TEXT : Frame.CONTINUATION, Arrays.copyOfRange(bytes, sent, end));
                sent = end;
            } while (sent < bytes.length);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close(int status, String reason) {
        turn.lock();
        try {
            if (!closing) {
                write(true, Frame.CLOSE, status == NO_STATUS ? new byte[0] : statusOf(status, reason));
                closing = true;
                afterClose.run();
            }
        } finally {
            turn.unlock();
        }
    }

    void pong(byte[] payload) {
        turn.lock();
        try {
            write(true, Frame.PONG, payload);
        } finally {
            turn.unlock();
        }
    }

    private static byte[] statusOf(int status, String reason) {
        var text = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + Math.min(text.length, LONGEST_REASON))
                .putShort((short) status)
                .put(text, 0, Math.min(text.length, LONGEST_REASON))
                .array();
    }

    private void write(boolean last, int opcode, byte[] payload) {
        if (closing) {
            return;
        }
        try {
            output.write(frame(last, opcode, payload));
            output.flush();
        } catch (IOException gone) {
            closing = true;
        }
    }

    private static byte[] frame(boolean last, int opcode, byte[] payload) {
        var frame = ByteBuffer.allocate(10 + payload.length);
        frame.put((byte) ((last ? 0x80 : 0) | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
