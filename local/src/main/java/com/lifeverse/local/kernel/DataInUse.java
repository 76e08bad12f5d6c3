package com.lifeverse.local.kernel;

import java.nio.file.Path;

/** The data directory cannot be opened, for another stack has it. */
public final class DataInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public DataInUse(Path directory, Throwable cause) {
        super(
                "The data in " + directory + " is in use by another stack; stop that one, or use another directory",
                cause);
    }
}
