package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;

/** One service that Task states call. Called outside of any lock and possibly again after a crash. */
public interface TaskIntegration {
    /**
     * One attempt of a task.
     *
     * @param caller the state machine's role
     * @param resource the task's resource, which this integration serves
     * @param arguments the evaluated arguments
     */
    record Call(Caller caller, String resource, JsonNode arguments, String executionArn, String machineArn) {}

    /** True if tasks with this resource are its own. */
    boolean serves(String resource);

    /**
     * Does the work and returns what becomes {@code $states.result}.
     *
     * @throws TaskFailure with the error name that retriers and catchers go by
     */
    JsonNode perform(Call call);
}
