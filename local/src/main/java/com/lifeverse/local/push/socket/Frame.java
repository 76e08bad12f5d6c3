package com.lifeverse.local.push.socket;

import com.lifeverse.local.http.message.Body;

/**
 * One frame (RFC 6455, section 5.2), unmasked.
 *
 * @param last true if no frame of the same message follows
 */
record Frame(boolean last, int opcode, Body payload) {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    boolean isControl() {
        return opcode >= CLOSE;
    }
}
