package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Halt;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.maprun.MapRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an execution has begun and does not await any more is stopped, wherever the process ends meanwhile. */
@Tag("adapters")
class AbandonedTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CHILD = Stack.ARN.replaceAll("m$", "child");
    private static final String REST = "\"Type\":\"Wait\",\"Seconds\":3600,\"End\":true";
    private static final String MAP = "\"Type\":\"Map\",\"Items\":[1,2,3],\"ItemProcessor\":{\"ProcessorConfig\":{"
            + "\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"R\",\"States\":{\"R\":{" + REST
            + "}}},\"End\":true";
    private static final String NESTED =
            "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::states:startExecution.sync\","
                    + "\"Arguments\":{\"StateMachineArn\":\"" + CHILD + "\"},\"End\":true";
    private static final String BOTH = "\"A\":{\"Type\":\"Parallel\",\"Branches\":["
            + "{\"StartAt\":\"B\",\"States\":{\"B\":{" + MAP + "}}},"
            + "{\"StartAt\":\"C\",\"States\":{\"C\":{" + NESTED + "}}}],\"End\":true}";

    @TempDir
    private Path directory;

    @Test
    void processThatEndsBehindAnyWriteOfAStopStopsTheRestWhenItComesBack() {
        for (int cut = 1; cut <= 5; cut++) {
            var place = directory.resolve(String.valueOf(cut));
            String arn;
            try (var store = Store.in(place)) {
                var stack = stack(store, BOTH);
                arn = start(stack);
                stack.agenda.settle();
                assertThat(children(stack)).hasSize(4).containsOnly(Status.RUNNING);
                stopUntil(cut, store, stack, arn);
            }
            try (var store = Store.in(place)) {
                var stack = stack(store, BOTH);
                stack.workflows.resume();
                stack.agenda.settle();
                assertThat(stack.execution(arn).status()).isEqualTo(Status.ABORTED);
                assertThat(children(stack))
                        .as("cut behind write %d", cut)
                        .hasSize(4)
                        .containsOnly(Status.ABORTED);
                assertThat(stack.workflows.mapRuns(arn))
                        .extracting(MapRun::status)
                        .containsExactly(Status.ABORTED);
                assertThat(store.texts("workflow.orphans")).isEmpty();
            }
        }
    }

    private static void stopUntil(int cut, Store store, Stack stack, String arn) {
        var left = new int[] {cut};
        store.witness(() -> {
            if (--left[0] <= 0) {
                throw new Halt();
            }
        });
        try {
            stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null));
            stack.agenda.settle();
        } catch (Halt end) {
            // Nothing more is done with this stack.
        }
    }

    @Test
    void branchThatIsCutStopsTheMapRunInItAndTheExecutionGoesOn() {
        var stack = stack(
                Store.inMemory(),
                "\"A\":{\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"B\",\"States\":{\"B\":{" + MAP + "}}},"
                        + "{\"StartAt\":\"C\",\"States\":{\"C\":{\"Type\":\"Wait\",\"Seconds\":9,\"Next\":\"D\"},"
                        + "\"D\":{\"Type\":\"Fail\",\"Error\":\"Fallen\"}}}],"
                        + "\"Catch\":[{\"ErrorEquals\":[\"Fallen\"],\"Next\":\"E\"}],\"End\":true},\"E\":{" + REST
                        + "}");
        var arn = start(stack);
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.RUNNING);
        assertThat(children(stack)).hasSize(3).containsOnly(Status.ABORTED);
        assertThat(stack.workflows.mapRuns(arn)).extracting(MapRun::status).containsExactly(Status.ABORTED);
    }

    @Test
    void mapRunThatIsNotBegunYetWhenItsExecutionIsStoppedBeginsNoChild() {
        var stack = stack(Store.inMemory(), "\"A\":{" + MAP + "}");
        var arn = start(stack);
        // Behind the step that wants the run, and before the run itself.
        stack.agenda.soon(
                "first step",
                () -> stack.agenda.soon(
                        "second step",
                        () -> stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null))));
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.ABORTED);
        assertThat(children(stack)).isEmpty();
    }

    /** The child has been started, and the process ends before its parent knows. */
    @Test
    void nestedExecutionThatItsParentDoesNotKnowOfYetIsStoppedWithIt() {
        String arn;
        try (var store = Store.in(directory)) {
            var stack = stack(store, "\"A\":{" + NESTED + "}");
            arn = start(stack);
            store.witness(() -> {
                if (!children(stack).isEmpty()) {
                    throw new Halt();
                }
            });
            settleUntilHalt(stack);
        }
        try (var store = Store.in(directory)) {
            var stack = stack(store, "\"A\":{" + NESTED + "}");
            assertThat(children(stack)).containsExactly(Status.RUNNING);
            stack.workflows.resume();
            stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null));
            stack.agenda.settle();
            assertThat(children(stack)).containsExactly(Status.ABORTED);
            assertThat(store.texts("workflow.receipts")).isEmpty();
        }
    }

    private static void settleUntilHalt(Stack stack) {
        try {
            stack.agenda.settle();
            throw new IllegalStateException("It was not cut");
        } catch (Halt end) {
            // Nothing more is done with this stack.
        }
    }

    @Test
    void nestedExecutionThatTheRoleMayNotStopGoesOn() {
        var stack = stack(Store.inMemory(), "\"A\":{" + NESTED + "}");
        var arn = start(stack);
        stack.agenda.settle();
        stack.forbid("states:StopExecution");
        stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null));
        stack.agenda.advance(Duration.ofHours(1));
        assertThat(children(stack)).containsExactly(Status.SUCCEEDED);
    }

    @Test
    void childThatIsTakenUpAgainBeforeItIsStoppedRunsOn() {
        var stack = stack(Store.inMemory(), "\"A\":{" + MAP + "}");
        var arn = start(stack);
        stack.agenda.settle();
        stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null));
        stack.workflows.redrive(Caller.unrestricted(), arn);
        stack.agenda.advance(Duration.ofHours(2));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(children(stack)).hasSize(3).containsOnly(Status.SUCCEEDED);
    }

    private static Stack stack(Store store, String states) {
        var stack = Stack.virtual(store, NOW);
        stack.machine("child", Kind.STANDARD, "\"A\":{" + REST + "}");
        stack.machine(Kind.STANDARD, states);
        return stack;
    }

    private static String start(Stack stack) {
        return stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{}");
    }

    private static List<Status> children(Stack stack) {
        return List.of(CHILD, Stack.ARN + "/A", Stack.ARN + "/B").stream()
                .flatMap(machine -> stack.workflows.list(machine).stream())
                .map(Execution::status)
                .toList();
    }
}
