package com.lifeverse.local.table.engine;

/** The table is there already, or is not ready to be changed. */
public final class TableInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    private TableInUse(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    public static TableInUse exists(String name) {
        return new TableInUse("Table already exists: " + name);
    }

    public static TableInUse beingMade(String name) {
        return new TableInUse("Attempt to change a resource which is still in use: Table is being created: " + name);
    }

    /** Worded as AWS words it. */
    @Override
    public String getMessage() {
        return message;
    }
}
