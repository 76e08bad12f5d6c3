package com.lifeverse.platform;

import java.util.List;

/** A request that is refused for a reason of the catalogue, before or instead of any change. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Violation> violations;

    public Refused(Problem problem, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.problem = problem;
        this.violations = List.copyOf(violations);
    }

    public Refused(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    public Problem problem() {
        return problem;
    }

    /** What exactly is wrong with the input; may be empty. */
    public List<Violation> violations() {
        return violations;
    }
}
