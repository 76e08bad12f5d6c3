package com.lifeverse.local.table.engine;

/** The table asked for is not there. */
public final class NoSuchTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchTable(String name) {
        super("No table " + name, null, false, false);
    }
}
