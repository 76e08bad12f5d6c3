package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted goes on after the store was closed and opened again, from wherever it was. */
@Tag("adapters")
class DurabilityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void waitGoesOnWithTheTimeThatIsLeft() {
        var states = "\"A\":{\"Type\":\"Wait\",\"Seconds\":3600,\"End\":true}";
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(Kind.STANDARD, states);
            arn = start(stack);
            stack.agenda.advance(Duration.ofMinutes(20));
        }
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW.plus(Duration.ofMinutes(30)));
            stack.workflows.resume();
            stack.agenda.advance(Duration.ofMinutes(29));
            assertThat(stack.execution(arn).ending()).isEmpty();
            stack.agenda.advance(Duration.ofMinutes(1));
            assertThat(stack.output(arn)).isEqualTo("{\"n\":1}");
        }
    }

    @Test
    void waitWhoseEndWasMissedEndsAtOnce() {
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Wait\",\"Seconds\":3600,\"End\":true}");
            arn = start(stack);
            stack.agenda.settle();
        }
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW.plus(Duration.ofDays(1)));
            stack.workflows.resume();
            stack.agenda.settle();
            assertThat(stack.output(arn)).isEqualTo("{\"n\":1}");
        }
    }

    @Test
    void machinesAndAliasesThatAreInNoTemplateAreThereAgain() {
        String alias;
        String machine;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            machine = stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Pass\",\"End\":true}")
                    .arn();
            var version = stack.workflows.publish(machine, Optional.empty());
            alias = stack.workflows.alias("live", List.of(new Machines.Route(version, 100)));
            stack.workflows.keep(machine);
            stack.workflows.keep(alias);
        }
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.workflows.resume();
            var arn = stack.workflows.start(Caller.unrestricted(), alias, Optional.empty(), "{\"n\":1}");
            stack.agenda.settle();
            assertThat(stack.output(arn)).isEqualTo("{\"n\":1}");
            stack.workflows.removal().alias(alias);
            assertThat(stack.workflows.machines().aliases(machine)).isEmpty();
        }
    }

    @Test
    void acceptedStartThatTookNoStepYetIsNotLost() {
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Pass\",\"End\":true}");
            arn = start(stack);
        }
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.workflows.resume();
            stack.agenda.settle();
            assertThat(stack.output(arn)).isEqualTo("{\"n\":1}");
        }
    }

    /** The process ends again and again, each time after one more transition. */
    @Test
    void executionThatIsCutBetweenAnyTwoTransitionsReachesTheSameEndAndHistory() {
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(
                    Kind.STANDARD,
                    "\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"kept\"},\"Next\":\"B\"},"
                            + "\"B\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"TimeoutSeconds\":9,"
                            + "\"Next\":\"C\"},"
                            + "\"C\":{\"Type\":\"Pass\",\"Output\":\"{% $v %}\",\"End\":true}");
            arn = start(stack);
        }
        int restarts = 0;
        while (!ended(arn)) {
            try (var store = Store.in(directory)) {
                var stack = Stack.virtual(store, NOW);
                stack.workflows.resume();
                stack.agenda.soon("the process ends", store::close);
                stack.agenda.settle();
                restarts++;
            }
        }
        assertThat(restarts).isEqualTo(5);
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            assertThat(stack.output(arn)).isEqualTo("\"kept\"");
            assertThat(stack.workflows.history(arn))
                    .extracting(HistoryEvent::type)
                    .containsExactly(
                            "ExecutionStarted",
                            "PassStateEntered",
                            "PassStateExited",
                            "TaskStateEntered",
                            "TaskScheduled",
                            "TaskStarted",
                            "TaskSucceeded",
                            "TaskStateExited",
                            "PassStateEntered",
                            "PassStateExited",
                            "ExecutionSucceeded");
        }
    }

    /** As above, in branches and iterations, one inside the other, with tasks and retries. */
    @Test
    void branchesAndIterationsThatAreCutBetweenAnyTwoTransitionsReachTheSameEnd() {
        var task = "{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"End\":true}";
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(
                    Kind.STANDARD,
                    "\"A\":{\"Type\":\"Parallel\",\"Branches\":["
                            + "{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Map\",\"Items\":[1,2,3],\"MaxConcurrency\":2,"
                            + "\"ItemProcessor\":{\"StartAt\":\"C\",\"States\":{\"C\":" + task + "}},\"End\":true}}},"
                            + "{\"StartAt\":\"D\",\"States\":{\"D\":" + task + "}}],\"End\":true}");
            arn = start(stack);
        }
        var calls = new AtomicInteger();
        int restarts = 0;
        while (!ended(arn)) {
            try (var store = Store.in(directory)) {
                var stack = Stack.virtual(store, NOW);
                stack.workflows.resume();
                stack.agenda.soon("what was asked until then", () -> calls.addAndGet(stack.calls.size()));
                stack.agenda.soon("the process ends", store::close);
                stack.agenda.settle();
                restarts++;
            }
        }
        assertThat(restarts).isGreaterThan(4);
        assertThat(calls).hasValue(4);
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            assertThat(stack.output(arn)).isEqualTo("[[1,2,3],{\"n\":1}]");
            assertThat(stack.workflows.history(arn))
                    .extracting(HistoryEvent::id)
                    .isEqualTo(LongStream.rangeClosed(
                                    1, stack.workflows.history(arn).size())
                            .boxed()
                            .toList());
        }
    }

    /** Nobody has heard of the effect when the process ends; whoever asks again must not do it again. */
    @Test
    void effectOnTheStacksOwnServicesHappensOnceHoweverOftenTheProcessEndsBehindIt() {
        var task = "\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\"";
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(
                    Kind.STANDARD,
                    "\"A\":{" + task + ",\"Next\":\"B\"},\"B\":{" + task
                            + ",\"Arguments\":\"{% $states.input.n + 1 %}\",\"End\":true}");
            arn = start(stack);
            stack.crashAfterTasks();
            stack.agenda.settle();
            assertThat(stack.faults).hasSize(1);
        }
        for (int effects = 1; effects <= 2; effects++) {
            try (var store = Store.in(directory)) {
                var stack = Stack.virtual(store, NOW);
                assertThat(stack.effects()).isEqualTo(effects);
                stack.workflows.resume();
                // The first task is known by its receipt; the second one is what the process ends behind next.
                stack.agenda.soon("from the next task on", stack::crashAfterTasks);
                stack.agenda.settle();
            }
        }
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.workflows.resume();
            stack.agenda.settle();
            assertThat(stack.output(arn)).isEqualTo("2");
            assertThat(stack.effects()).isEqualTo(2);
            assertThat(store.texts("workflow.receipts")).isEmpty();
        }
    }

    private boolean ended(String arn) {
        try (var store = Store.in(directory)) {
            return Stack.virtual(store, NOW).execution(arn).ending().isPresent();
        }
    }

    @Test
    void taskInFlightAtTheCrashIsRunAgainWithItsFullTime() {
        String arn;
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW);
            stack.machine(
                    Kind.STANDARD,
                    "\"A\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"TimeoutSeconds\":9,\"End\":true}");
            arn = start(stack);
            stack.crashInTasks();
            stack.agenda.settle();
            assertThat(stack.calls).hasSize(1);
        }
        try (var store = Store.in(directory)) {
            var stack = Stack.virtual(store, NOW.plus(Duration.ofHours(1)));
            stack.workflows.resume();
            stack.agenda.settle();
            assertThat(stack.calls).hasSize(1);
            assertThat(stack.output(arn)).isEqualTo("{\"n\":1}");
        }
    }

    @Test
    void manyExecutionsStartedInsideOtherWritesAllEndInRealTime() {
        try (var store = Store.in(directory)) {
            var stack = Stack.real(store);
            stack.machine(
                    Kind.EXPRESS,
                    "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Wait\",\"Seconds\":0,\"End\":true}");
            for (int i = 0; i < 200; i++) {
                stack.agenda.soon("a delivery", () -> store.write(() -> start(stack)));
            }
            stack.agenda.settle();
            stack.agenda.close();
            assertThat(stack.faults).isEmpty();
            assertThat(stack.workflows.list(Stack.ARN))
                    .hasSize(200)
                    .allSatisfy(execution -> assertThat(execution.status()).isEqualTo(Status.SUCCEEDED));
        }
    }

    @Test
    void versionKeepsItsNumberAcrossRuns() {
        for (int run = 0; run < 2; run++) {
            try (var store = Store.in(directory)) {
                var stack = Stack.virtual(store, NOW);
                var machine = stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Succeed\"}");
                assertThat(stack.workflows.publish(machine.arn(), Optional.empty()))
                        .isEqualTo(Stack.ARN + ":1");
            }
        }
    }

    private static String start(Stack stack) {
        return stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{\"n\":1}");
    }
}
