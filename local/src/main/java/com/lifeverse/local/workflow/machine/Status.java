package com.lifeverse.local.workflow.machine;

/** How an execution stands, in AWS's words. */
public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
}
