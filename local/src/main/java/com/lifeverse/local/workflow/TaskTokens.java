package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.machine.TaskToken;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Hands tokens back: what a task that waits for its token is told by whoever got it. Errors are
 * {@code AwsServiceException}s with AWS's codes.
 */
public final class TaskTokens {
    private final Driver driver;

    TaskTokens(Driver driver) {
        this.driver = driver;
    }

    /** The task is over, and well. */
    public void succeed(String token, String output) {
        var parsed = Json.parse(output)
                .orElseThrow(() -> Refusal.INVALID_OUTPUT.because("Invalid output: it has to be JSON"));
        if (output.getBytes(StandardCharsets.UTF_8).length > Limits.PAYLOAD_BYTES) {
            throw Refusal.INVALID_OUTPUT.because("The output is larger than 262144 bytes");
        }
        tell(token, known -> new Happening.Completed(known.strand(), known.attempt(), parsed));
    }

    /** The task failed. */
    public void fail(String token, Failure why) {
        tell(token, known -> new Happening.Failed(known.strand(), known.attempt(), why));
    }

    /** The task is still being worked on. */
    public void heartbeat(String token) {
        tell(token, known -> new Happening.Beat(known.strand(), known.attempt()));
    }

    private void tell(String token, Function<TaskToken, Happening> what) {
        var known = TaskToken.of(token).orElseThrow(() -> Refusal.INVALID_TOKEN.because("Invalid token"));
        if (!driver.happen(known.executionArn(), what.apply(known))) {
            throw Refusal.TASK_TIMED_OUT.because("Task Timed Out: 'Provided task does not exist anymore'");
        }
    }
}
