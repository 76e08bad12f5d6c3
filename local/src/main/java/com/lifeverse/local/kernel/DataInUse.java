package com.lifeverse.local.kernel;

import java.nio.file.Path;

/** The data directory cannot be opened, most likely because another stack has it. */
public final class DataInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public DataInUse(Path directory, Throwable cause) {
        super("The data in " + directory + " cannot be opened; it may be in use by another stack", cause);
    }
}
