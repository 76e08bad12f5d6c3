package com.lifeverse.local.workflow.lint;

/**
 * One thing that is wrong, or looks so.
 *
 * @param code what kind of thing, in words with hyphens
 * @param pointer the JSON pointer of its place in the definition
 */
public record Finding(Severity severity, String code, String pointer, String message) {
    /** How sure it is that an execution comes to harm. */
    public enum Severity {
        /** An execution that gets there fails, or does what nobody meant. */
        ERROR,
        /** It works, and is likely not what was meant. */
        WARNING
    }

    static Finding error(String code, String pointer, String message) {
        return new Finding(Severity.ERROR, code, pointer, message);
    }

    static Finding warning(String code, String pointer, String message) {
        return new Finding(Severity.WARNING, code, pointer, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
