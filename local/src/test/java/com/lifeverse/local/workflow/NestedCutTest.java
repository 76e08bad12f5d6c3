package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A nested execution that is waited for is stopped with the task that waits. */
@Tag("adapters")
class NestedCutTest {
    private static final String CHILD = Stack.ARN.replaceAll("m$", "child");
    private static final String NESTED =
            "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::states:startExecution.sync:2\",\"Arguments\":{"
                    + "\"StateMachineArn\":\"" + CHILD + "\"}";

    private final Stack stack = Stack.inMemory();

    @BeforeEach
    void makeChild() {
        stack.machine("child", Kind.STANDARD, "\"A\":{\"Type\":\"Wait\",\"Seconds\":3600,\"End\":true}");
    }

    @Test
    void stoppedExecutionStopsWhatItWaitsFor() {
        var arn = started("\"A\":{" + NESTED + ",\"End\":true}");
        stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null));
        stack.agenda.settle();
        assertThat(child()).isEqualTo(Status.ABORTED);
    }

    @Test
    void taskThatRunsOutOfTimeStopsWhatItWaitsFor() {
        var arn = started("\"A\":{" + NESTED + ",\"TimeoutSeconds\":60,\"End\":true}");
        stack.agenda.advance(Duration.ofMinutes(2));
        assertThat(stack.failure(arn).error()).isEqualTo("States.Timeout");
        assertThat(child()).isEqualTo(Status.ABORTED);
    }

    @Test
    void branchThatIsCutStopsWhatItWaitsForAndTheExecutionGoesOn() {
        var arn = started(
                "\"A\":{\"Type\":\"Parallel\",\"Branches\":["
                        + "{\"StartAt\":\"B\",\"States\":{\"B\":{" + NESTED + ",\"End\":true}}},"
                        + "{\"StartAt\":\"C\",\"States\":{\"C\":{\"Type\":\"Wait\",\"Seconds\":9,\"Next\":\"D\"},"
                        + "\"D\":{\"Type\":\"Fail\",\"Error\":\"Fallen\"}}}],"
                        + "\"Catch\":[{\"ErrorEquals\":[\"Fallen\"],\"Next\":\"E\"}],\"End\":true},\"E\":{\"Type\":\"Succeed\"}");
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(child()).isEqualTo(Status.ABORTED);
    }

    @Test
    void executionThatIsStartedAndNotWaitedForGoesOn() {
        var arn = started("\"A\":{" + NESTED.replace(".sync:2", "") + ",\"Next\":\"B\"},"
                + "\"B\":{\"Type\":\"Wait\",\"Seconds\":60,\"Next\":\"C\"},\"C\":{\"Type\":\"Fail\"}");
        stack.agenda.advance(Duration.ofHours(2));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.FAILED);
        assertThat(child()).isEqualTo(Status.SUCCEEDED);
    }

    private String started(String states) {
        stack.machine(Kind.STANDARD, states);
        var arn = stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{}");
        stack.agenda.settle();
        return arn;
    }

    private Status child() {
        return stack.workflows.list(CHILD).getFirst().status();
    }
}
