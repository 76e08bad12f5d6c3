package com.lifeverse.local.workflow.task;

import com.lifeverse.local.workflow.machine.Failure;

/** A task attempt that failed, with the error name and the cause that AWS gives. */
public final class TaskFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    public TaskFailure(String error, String cause) {
        super(cause);
        this.error = error;
    }

    /** As the interpreter takes it. */
    public Failure failure() {
        return new Failure(error, String.valueOf(getMessage()));
    }
}
