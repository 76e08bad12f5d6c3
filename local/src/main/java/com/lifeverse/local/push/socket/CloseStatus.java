package com.lifeverse.local.push.socket;

/**
 * Why a connection ends, as a close frame says it (RFC 6455, section 7.4).
 *
 * @param code {@code 1005} if the frame said nothing, {@code 1006} if there was no frame
 */
record CloseStatus(int code, String reason) {
    static final CloseStatus NONE = new CloseStatus(1005, "");
    static final CloseStatus LOST = new CloseStatus(1006, "");

    /** What a client's close frame says. */
    static CloseStatus read(byte[] payload) throws Broken {
        if (payload.length == 0) {
            return NONE;
        }
        if (payload.length == 1) {
            throw new Broken(Broken.PROTOCOL, "A status has two bytes");
        }
        int code = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        if (!maySend(code)) {
            throw new Broken(Broken.PROTOCOL, "No client may say " + code);
        }
        var reason = new byte[payload.length - 2];
        System.arraycopy(payload, 2, reason, 0, reason.length);
        return new CloseStatus(code, Messages.utf8(reason));
    }

    private static boolean maySend(int code) {
        boolean defined = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
        return defined || (code >= 3000 && code <= 4999);
    }
}
