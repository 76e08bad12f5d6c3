package com.lifeverse.liveops.lint;

/**
 * Something that authors should know of an event.
 *
 * @param code what kind; stable
 * @param pointer where in the event's file, as a JSON Pointer
 * @param message what is so, or what would be right
 */
public record Finding(Severity severity, String code, String pointer, String message) {
    /** How bad it is. */
    public enum Severity {
        /** The event cannot be taken. */
        ERROR,
        /** It can, and somebody should have thought of it. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    static Finding error(String code, String pointer, String message) {
        return new Finding(Severity.ERROR, code, pointer, message);
    }

    static Finding warning(String code, String pointer, String message) {
        return new Finding(Severity.WARNING, code, pointer, message);
    }

    static Finding note(String code, String pointer, String message) {
        return new Finding(Severity.NOTE, code, pointer, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
