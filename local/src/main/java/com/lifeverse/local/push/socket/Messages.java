package com.lifeverse.local.push.socket;

import com.lifeverse.local.http.message.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Joins the frames of messages (RFC 6455, section 5.4). Control frames may come between them and are not its matter. */
final class Messages {
    /** What one message may carry at AWS. */
    static final int LONGEST = 128 * 1024;

    /**
     * A whole message.
     *
     * @param text true if it is UTF-8, false if it is bytes
     */
    record Message(boolean text, Body payload) {
        String content() throws Broken {
            return utf8(payload.bytes());
        }
    }

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private int opcode;

    /** Takes a frame; the message if it is its last one. */
    Optional<Message> add(Frame frame) throws Broken {
        boolean begins = frame.opcode() != Frame.CONTINUATION;
        if (begins == (opcode != 0)) {
            throw new Broken(
                    Broken.PROTOCOL, begins ? "The message before is not whole" : "There is nothing to go on with");
        }
        opcode = begins ? frame.opcode() : opcode;
        if (parts.size() + frame.payload().size() > LONGEST) {
            throw new Broken(Broken.TOO_LARGE, "A message has at most 128 KB");
        }
        parts.writeBytes(frame.payload().bytes());
        if (!frame.last()) {
            return Optional.empty();
        }
        var message = new Message(opcode == Frame.TEXT, Body.of(parts.toByteArray()));
        parts.reset();
        opcode = 0;
        return Optional.of(message);
    }

    /** The text that the bytes are. */
    static String utf8(byte[] bytes) throws Broken {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Broken(Broken.NOT_UTF_8, "A text is UTF-8");
        }
    }
}
