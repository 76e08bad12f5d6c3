package com.lifeverse.local.table.engine;

/** What was asked for is not there. */
public final class NoSuchTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    private NoSuchTable(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    /** No table to read or write. */
    public NoSuchTable() {
        this("Requested resource not found");
    }

    /** No table to describe or change. */
    public static NoSuchTable named(String name) {
        return new NoSuchTable("Requested resource not found: Table: " + name + " not found");
    }

    /** No index to change. */
    public static NoSuchTable index(String name) {
        return new NoSuchTable("Requested resource not found: Index: " + name + " not found");
    }

    /** Worded as AWS words it. */
    @Override
    public String getMessage() {
        return message;
    }
}
