package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
class WorkflowsTest {
    private static final Caller CALLER = Caller.unrestricted();
    private static final String PASS = "\"A\":{\"Type\":\"Pass\",\"End\":true}";
    private static final String WAIT = "\"A\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}";
    private static final String TASK = "\"A\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"End\":true}";

    private final Stack stack = Stack.inMemory();

    @Test
    void startedExecutionRunsToItsEndAndKeepsItsHistory() {
        stack.machine(Kind.STANDARD, TASK);
        var arn = start("one", "{\"a\":1}");
        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:111111111111:execution:m:one");
        assertThat(stack.execution(arn).status()).isEqualTo(Status.RUNNING);
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("{\"a\":1}");
        assertThat(stack.workflows.history(arn))
                .extracting(event -> event.id() + " " + event.type())
                .startsWith("1 ExecutionStarted", "2 TaskStateEntered")
                .endsWith("7 ExecutionSucceeded");
    }

    @Test
    void taskActsAsTheRoleOfItsMachine() {
        stack.machine(Kind.STANDARD, TASK);
        start("one", "{}");
        stack.agenda.settle();
        assertThat(stack.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.caller().name()).isEqualTo("arn:aws:iam::111111111111:role/m"));
    }

    @Test
    void sameNameAndInputIsTheSameExecutionWhileItRuns() {
        stack.machine(Kind.STANDARD, WAIT);
        assertThat(start("one", "{\"a\":1}")).isEqualTo(start("one", "{ \"a\": 1 }"));
        refused("ExecutionAlreadyExists", () -> start("one", "{\"a\":2}"));
        stack.agenda.advance(Duration.ofMinutes(2));
        refused("ExecutionAlreadyExists", () -> start("one", "{\"a\":1}"));
    }

    @Test
    void expressStartsAnewEachTimeAndEndsAfterFiveMinutes() {
        stack.machine(Kind.EXPRESS, "\"A\":{\"Type\":\"Wait\",\"Seconds\":301,\"End\":true}");
        var first = start("one", "{}");
        assertThat(start("one", "{}"))
                .isNotEqualTo(first)
                .startsWith("arn:aws:states:us-east-1:111111111111:express:m:");
        stack.agenda.advance(Duration.ofMinutes(5));
        assertThat(stack.execution(first).status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void stoppedExecutionIsAborted() {
        stack.machine(Kind.STANDARD, WAIT);
        var arn = start("one", "{}");
        stack.agenda.settle();
        stack.workflows.stop(CALLER, arn, new Failure("Stopped", "by hand"));
        stack.agenda.advance(Duration.ofHours(1));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.ABORTED);
        assertThat(stack.workflows.history(arn).getLast().type()).isEqualTo("ExecutionAborted");
    }

    @Test
    void executionThatIsStoppedBeforeItsFirstStepHasBegunAllTheSame() {
        stack.machine(Kind.STANDARD, PASS);
        var arn = start("one", "{}");
        stack.workflows.stop(CALLER, arn, new Failure("Stopped", null));
        stack.agenda.settle();
        assertThat(stack.workflows.history(arn))
                .extracting(event -> event.id() + " " + event.type() + " after " + event.previousEventId())
                .containsExactly("1 ExecutionStarted after 0", "2 ExecutionAborted after 0");
    }

    @Test
    void taskThatIsScheduledWhenItsExecutionIsStoppedIsNotMade() {
        stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"End\":true}");
        var arn = start("one", "{}");
        // Behind the step that schedules the task, and before the task itself.
        stack.agenda.soon(
                "first step",
                () -> stack.agenda.soon(
                        "second step",
                        () -> stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Enough", null))));
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.ABORTED);
        assertThat(stack.calls).isEmpty();
    }

    @Test
    void listHasTheNewestFirstAndOnlyOfThatMachine() {
        stack.machine(Kind.STANDARD, PASS);
        var first = start("z", "{}");
        stack.agenda.advance(Duration.ofSeconds(1));
        var second = start("a", "{}");
        assertThat(stack.workflows.list(Stack.ARN))
                .extracting(execution -> execution.run().arn())
                .containsExactly(second, first);
        assertThat(stack.workflows.list(Stack.ARN + "x")).isEmpty();
    }

    @Test
    void runningExecutionKeepsTheRevisionItStartedWith() {
        stack.machine(
                Kind.STANDARD,
                "\"A\":{\"Type\":\"Wait\",\"Seconds\":9,\"Next\":\"B\"},"
                        + "\"B\":{\"Type\":\"Pass\",\"Output\":\"old\",\"End\":true}");
        var arn = start("one", "{}");
        stack.agenda.settle();
        stack.machine(Kind.STANDARD, PASS);
        stack.agenda.advance(Duration.ofSeconds(9));
        assertThat(stack.output(arn)).isEqualTo("\"old\"");
    }

    @Test
    void aliasStartsTheVersionItPointsTo() {
        var machine = stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Pass\",\"Output\":\"one\",\"End\":true}");
        var version = stack.workflows.publish(machine.arn(), Optional.of(machine.revisionId()));
        assertThat(version).isEqualTo(Stack.ARN + ":1");
        assertThat(stack.workflows.publish(machine.arn(), Optional.empty())).isEqualTo(version);
        var alias = stack.workflows.alias("live", List.of(new Machines.Route(version, 100)));
        stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Pass\",\"Output\":\"two\",\"End\":true}");
        assertThat(stack.workflows.publish(machine.arn(), Optional.empty())).isEqualTo(Stack.ARN + ":2");
        var arn = stack.workflows.start(CALLER, alias, Optional.empty(), "{}");
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("\"one\"");
        assertThat(stack.execution(arn).start().aliasArn()).isEqualTo(alias);
    }

    @Test
    void deliveryToTheEndpointStartsAnExecution() {
        stack.machine(Kind.EXPRESS, PASS);
        stack.endpoints.at(Stack.ARN).accept(CALLER, "{\"x\":1}");
        assertThat(stack.workflows.list(Stack.ARN)).hasSize(1);
        refused("InvalidExecutionInput", () -> stack.endpoints.at(Stack.ARN).accept(CALLER, "{"));
    }

    @Test
    void startNeedsThePermission() {
        stack.machine(Kind.STANDARD, PASS);
        var asked = new ArrayList<String>();
        var caller = new Caller() {
            @Override
            public String name() {
                return "someone";
            }

            @Override
            public void require(String action, String resourceArn) {
                asked.add(action + " " + resourceArn);
            }
        };
        stack.workflows.start(caller, Stack.ARN, Optional.empty(), "{}");
        assertThat(asked).containsExactly("states:StartExecution " + Stack.ARN);
    }

    @Test
    void inputLargerThanTheLimitIsRefused() {
        stack.machine(Kind.STANDARD, PASS);
        refused("InvalidExecutionInput", () -> start("one", "\"" + "x".repeat(262_144) + "\""));
    }

    @Test
    void resourceThatNobodyServesIsRefusedByName() {
        assertThatThrownBy(() -> stack.machine(
                        Kind.STANDARD,
                        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::glue:startJobRun\",\"End\":true}"))
                .hasMessageContaining("The resource arn:aws:states:::glue:startJobRun is not held locally");
    }

    @Test
    void faultOfAnIntegrationFailsTheExecutionAndIsReported() {
        stack.machine(Kind.STANDARD, TASK);
        stack.breakTasks();
        var arn = start("one", "{}");
        stack.agenda.settle();
        assertThat(stack.execution(arn).ending().orElseThrow().failure())
                .isEqualTo(new Failure("States.Runtime", "An internal error occurred"));
        assertThat(stack.faults).hasSize(1);
    }

    private String start(String name, String input) {
        return stack.workflows.start(CALLER, Stack.ARN, Optional.of(name), input);
    }

    private static void refused(String code, Runnable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
