package com.lifeverse.local.workflow.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot be run. The message names each problem with the place where it is. */
public final class InvalidDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidDefinition(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'")));
        this.problems = new ArrayList<>(problems);
    }

    /** All that is wrong, in the order of the definition. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
