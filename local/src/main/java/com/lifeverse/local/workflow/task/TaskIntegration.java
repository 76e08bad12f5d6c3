package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;

/** One service that Task states call. Called outside of any lock and possibly again after a crash. */
public interface TaskIntegration {
    /**
     * One attempt of a task.
     *
     * @param caller the state machine's role
     * @param resource the task's resource without its pattern: what is waited for is not the integration's business
     * @param arguments the evaluated arguments
     * @param attempt names this attempt: the same if it is made again after a crash, and never used for another
     * @param once keeps what the attempt does to the stack's own services from being done again after a crash
     */
    record Call(
            Caller caller,
            String resource,
            JsonNode arguments,
            String executionArn,
            String machineArn,
            String attempt,
            Once once) {
        Call to(String plain) {
            return new Call(caller, plain, arguments, executionArn, machineArn, attempt, once);
        }
    }

    /** True if tasks with this resource are its own. */
    boolean serves(String resource);

    /** True if a task can wait for more than the answer, as {@code resource}'s pattern says. */
    default boolean waits(String resource) {
        return resource.endsWith(".waitForTaskToken") && resource.startsWith("arn:aws:states:::");
    }

    /**
     * Does the work and returns what becomes {@code $states.result}.
     *
     * @throws TaskFailure with the error name that retriers and catchers go by
     */
    JsonNode perform(Call call);
}
