package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The memory of what an attempt has done ends with the attempt. */
@Tag("adapters")
class ReceiptsTest {
    private static final String TASK =
            "\"A\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"TimeoutSeconds\":60,\"End\":true}";

    private final Store store = Store.inMemory();
    private final Stack stack = Stack.virtual(store, Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void callThatIsCarriedOnceMoreAfterTheEndIsDoneAgainAndLeavesNoReceipt() {
        stack.machine(Kind.STANDARD, TASK);
        var arn = start();
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(stack.calls.getLast().once().keep(() -> Json.object().put("late", true)))
                .isEqualTo(Json.object().put("late", true));
        assertThat(store.texts("workflow.receipts")).isEmpty();
    }

    @Test
    void executionThatIsStoppedBehindTheEffectOfItsTaskForgetsIt() {
        stack.machine(Kind.STANDARD, TASK);
        var arn = start();
        stack.afterTasks(() -> {
            assertThat(store.texts("workflow.receipts")).hasSize(1);
            stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null));
        });
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.ABORTED);
        assertThat(store.texts("workflow.receipts")).isEmpty();
    }

    @Test
    void taskThatRunsOutOfTimeBehindItsEffectForgetsIt() {
        stack.machine(Kind.STANDARD, TASK);
        var arn = start();
        stack.afterTasks(() -> stack.agenda.advance(Duration.ofMinutes(2)));
        stack.agenda.settle();
        assertThat(stack.failure(arn).error()).isEqualTo("States.Timeout");
        assertThat(store.texts("workflow.receipts")).isEmpty();
    }

    private String start() {
        return stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{}");
    }
}
