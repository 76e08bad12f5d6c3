package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Tasks that are over only when somebody says so: by their token, or by the end of what they began. */
@Tag("adapters")
class TaskTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String WAITING = "\"A\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK
            + ".waitForTaskToken\",\"HeartbeatSeconds\":60,"
            + "\"Arguments\":{\"token\":\"{% $states.context.Task.Token %}\"},\"End\":true}";

    @TempDir
    private Path directory;

    private final Stack stack = Stack.inMemory();

    @Test
    void tokenThatComesBackEndsTheTask() {
        stack.machine(Kind.STANDARD, WAITING);
        var arn = start(stack);
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.RUNNING);
        stack.workflows.tokens().succeed(token(stack), "{\"ok\":true}");
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("{\"ok\":true}");
        assertThat(stack.workflows.history(arn))
                .extracting(HistoryEvent::type)
                .containsSubsequence("TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited");
    }

    @Test
    void tokenIsGoodForOneAnswer() {
        stack.machine(Kind.STANDARD, WAITING);
        var arn = start(stack);
        stack.agenda.settle();
        stack.workflows.tokens().fail(token(stack), new Failure("Refused", "no"));
        assertThat(stack.execution(arn).ending().orElseThrow().failure()).isEqualTo(new Failure("Refused", "no"));
        refused("TaskTimedOut", () -> stack.workflows.tokens().succeed(token(stack), "1"));
        refused("InvalidToken", () -> stack.workflows.tokens().succeed("made up", "1"));
        refused("InvalidOutput", () -> stack.workflows.tokens().succeed(token(stack), "{"));
    }

    @Test
    void heartbeatsKeepATaskAliveAndSilenceEndsIt() {
        stack.machine(Kind.STANDARD, WAITING);
        var arn = start(stack);
        stack.agenda.settle();
        for (int i = 0; i < 5; i++) {
            stack.agenda.advance(Duration.ofSeconds(50));
            stack.workflows.tokens().heartbeat(token(stack));
        }
        assertThat(stack.execution(arn).status()).isEqualTo(Status.RUNNING);
        stack.agenda.advance(Duration.ofSeconds(60));
        assertThat(stack.execution(arn).ending().orElseThrow().failure())
                .isEqualTo(new Failure("States.Timeout", null));
    }

    @Test
    void missedHeartbeatCanBeCaughtByItsName() {
        stack.machine(
                Kind.STANDARD,
                WAITING.replace(
                                "\"End\":true",
                                "\"Catch\":[{\"ErrorEquals\":[\"States.HeartbeatTimeout\"],\"Next\":\"B\"}],"
                                        + "\"End\":true")
                        + ",\"B\":{\"Type\":\"Succeed\"}");
        var arn = start(stack);
        stack.agenda.advance(Duration.ofMinutes(2));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void tokenOutlivesTheProcessAndWhatWasSentIsNotSentAgain() {
        String arn;
        String token;
        try (var store = Store.in(directory)) {
            var first = Stack.virtual(store, NOW);
            first.machine(Kind.STANDARD, WAITING);
            arn = start(first);
            first.agenda.settle();
            token = token(first);
        }
        try (var store = Store.in(directory)) {
            var second = Stack.virtual(store, NOW);
            second.workflows.resume();
            second.agenda.settle();
            assertThat(second.calls).isEmpty();
            second.workflows.tokens().succeed(token, "1");
            second.agenda.settle();
            assertThat(second.output(arn)).isEqualTo("1");
        }
    }

    @Test
    void nestedExecutionIsWaitedForAndItsOutputHandedOn() {
        stack.machine(
                "child", Kind.STANDARD, "\"A\":{\"Type\":\"Wait\",\"Seconds\":30,\"Output\":{\"n\":2},\"End\":true}");
        stack.machine(Kind.STANDARD, nested(".sync:2", "{% $states.result.Output.n %}"));
        var arn = start(stack);
        stack.agenda.advance(Duration.ofSeconds(29));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.RUNNING);
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(stack.output(arn)).isEqualTo("2");
    }

    @Test
    void nestedExecutionThatFailsFailsItsTask() {
        stack.machine("child", Kind.STANDARD, "\"A\":{\"Type\":\"Fail\",\"Error\":\"Broken\"}");
        stack.machine(Kind.STANDARD, nested(".sync", "{% $states.result %}"));
        var arn = start(stack);
        stack.agenda.settle();
        assertThat(stack.failure(arn).error()).isEqualTo("States.TaskFailed");
        assertThat(Json.read(String.valueOf(stack.failure(arn).cause()))
                        .path("Error")
                        .asText())
                .isEqualTo("Broken");
    }

    @Test
    void restartStartsNoSecondNestedExecutionAndHearsOfTheEndOfTheFirst() {
        String arn;
        try (var store = Store.in(directory)) {
            var first = nesting(store);
            arn = start(first);
            first.agenda.settle();
        }
        try (var store = Store.in(directory)) {
            var second = nesting(store);
            second.workflows.resume();
            second.agenda.advance(Duration.ofMinutes(1));
            assertThat(second.output(arn)).isEqualTo("\"SUCCEEDED\"");
            assertThat(second.workflows.list(Stack.ARN.replace(":m", ":child"))).hasSize(1);
        }
    }

    private static Stack nesting(Store store) {
        var stack = Stack.virtual(store, NOW);
        stack.machine("child", Kind.STANDARD, "\"A\":{\"Type\":\"Wait\",\"Seconds\":30,\"End\":true}");
        stack.machine(Kind.STANDARD, nested(".sync", "{% $states.result.Status %}"));
        return stack;
    }

    @Test
    void expressMachineCannotWaitForATask() {
        refused("InvalidDefinition", () -> stack.machine(Kind.EXPRESS, WAITING));
    }

    private static String nested(String pattern, String output) {
        return "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::states:startExecution" + pattern
                + "\",\"Arguments\":{\"StateMachineArn\":\"" + Stack.ARN.replace(":m", ":child")
                + "\",\"Input\":{\"x\":1}},\"Output\":\"" + output + "\",\"End\":true}";
    }

    private static String token(Stack stack) {
        return stack.calls.getLast().arguments().path("token").asText();
    }

    private static String start(Stack stack) {
        return stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{}");
    }

    private static void refused(String code, Runnable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
