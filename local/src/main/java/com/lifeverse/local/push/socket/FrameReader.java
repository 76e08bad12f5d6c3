package com.lifeverse.local.push.socket;

import com.lifeverse.local.http.message.Body;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a client's frames, strictly: a client masks every one, and each length is written in its shortest form. */
final class FrameReader {
    /** What one frame may carry at AWS. */
    static final int LONGEST = 32 * 1024;

    private static final int LONGEST_CONTROL = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final DataInputStream input;

    FrameReader(InputStream input) {
        this.input = new DataInputStream(input);
    }

    /**
     * The next frame.
     *
     * @throws EOFException if the client went away without a word
     */
    Frame next() throws IOException, Broken {
        int first = input.readUnsignedByte();
        int second = input.readUnsignedByte();
        if ((first & 0x70) != 0) {
            throw new Broken(Broken.PROTOCOL, "No extension was agreed on");
        }
        boolean last = (first & 0x80) != 0;
        int opcode = first & 0x0F;
        if ((opcode > Frame.BINARY && opcode < Frame.CLOSE) || opcode > Frame.PONG) {
            throw new Broken(Broken.PROTOCOL, "Unknown kind of frame");
        }
        if ((second & 0x80) == 0) {
            throw new Broken(Broken.PROTOCOL, "A client masks its frames");
        }
        long length = length(second & 0x7F);
        if (opcode >= Frame.CLOSE && (!last || length > LONGEST_CONTROL)) {
            throw new Broken(Broken.PROTOCOL, "A control frame is whole and short");
        }
        if (length > LONGEST) {
            throw new Broken(Broken.TOO_LARGE, "A frame has at most 32 KB");
        }
        var mask = exactly(4);
        var payload = exactly((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return new Frame(last, opcode, Body.of(payload));
    }

    private long length(int stated) throws IOException, Broken {
        long length = switch (stated) {
            case TWO_BYTES -> input.readUnsignedShort();
            case EIGHT_BYTES -> input.readLong();
            default -> stated;
        };
        boolean shortest = stated < TWO_BYTES || (stated == TWO_BYTES ? length >= TWO_BYTES : length > 0xFFFF);
        if (length < 0 || !shortest) {
            throw new Broken(Broken.PROTOCOL, "A length has its shortest form");
        }
        return length;
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = new byte[count];
        input.readFully(bytes);
        return bytes;
    }
}
