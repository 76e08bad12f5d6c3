package com.lifeverse.platform.schema;

/** A schema that says something outside the subset; the message names the keyword and the place. */
public final class UnsupportedSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedSchema(String pointer, String message) {
        super((pointer.isEmpty() ? "/" : pointer) + ": " + message);
    }
}
