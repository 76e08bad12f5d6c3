package com.lifeverse.local.wire.json;

import org.jspecify.annotations.Nullable;

/** A body that does not have the form of its operation, in AWS's words; AWS has none for what is no JSON at all. */
public final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    Mismatch(String words) {
        this(words, null);
    }

    private Mismatch(String words, @Nullable Throwable cause) {
        super(words, cause, false, false);
        this.words = words;
    }

    /** What cannot be read at all. */
    public static Mismatch unreadable(@Nullable Throwable cause) {
        return new Mismatch("", cause);
    }

    @Override
    public String getMessage() {
        return words;
    }
}
