package com.lifeverse.local.workflow.language;

import java.util.List;

/** A definition that cannot be run. The message names each problem with the place where it is. */
public final class InvalidDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidDefinition(List<String> problems) {
        super("Invalid State Machine Definition: '" + String.join(", ", problems) + "'");
    }
}
