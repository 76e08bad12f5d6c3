package com.lifeverse.local.push.socket;

/** A client does not keep to the protocol; the connection ends with that status (RFC 6455, section 7.4.1). */
final class Broken extends Exception {
    static final int PROTOCOL = 1002;
    static final int NOT_UTF_8 = 1007;
    static final int TOO_LARGE = 1009;
    private static final long serialVersionUID = 1L;

    private final int status;

    Broken(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
