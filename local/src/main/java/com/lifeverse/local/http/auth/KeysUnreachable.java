package com.lifeverse.local.http.auth;

/** The issuer's key set cannot be read now; no token can be judged. */
final class KeysUnreachable extends Exception {
    private static final long serialVersionUID = 1L;

    KeysUnreachable(String message) {
        super(message);
    }

    KeysUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
