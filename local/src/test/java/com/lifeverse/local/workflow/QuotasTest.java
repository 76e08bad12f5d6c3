package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What Step Functions limits is limited here as well. */
@Tag("adapters")
class QuotasTest {
    private static final Caller CALLER = Caller.unrestricted();
    private static final String PASS = "\"A\":{\"Type\":\"Pass\",\"End\":true}";

    private final Stack stack = Stack.inMemory();

    @Test
    void startsAreThrottledWhenTheirBucketIsEmptyAndGoOnAsItFills() {
        stack.machine(Kind.STANDARD, PASS);
        for (int i = 0; i < 1_300; i++) {
            start("n" + i);
        }
        refused("ThrottlingException", () -> start("more"));
        stack.agenda.advance(Duration.ofMillis(10));
        for (int i = 0; i < 3; i++) {
            start("m" + i);
        }
        refused("ThrottlingException", () -> start("more"));
    }

    @Test
    void expressStartsHaveABucketOfTheirOwn() {
        stack.machine(Kind.STANDARD, PASS);
        stack.machine("e", Kind.EXPRESS, PASS);
        for (int i = 0; i < 1_300; i++) {
            start("n" + i);
        }
        stack.workflows.start(CALLER, Stack.ARN.replace(":m", ":e"), Optional.empty(), "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b", "a*", "<a>", "a\u0007", "{a}"})
    void nameOfAnExecutionHasNothingInItThatMeansSomethingElse(String name) {
        stack.machine(Kind.STANDARD, PASS);
        refused("InvalidName", () -> start(name));
        refused("InvalidName", () -> start("x".repeat(81)));
    }

    @Test
    void nameIsFreeAgainNinetyDaysAfterTheEnd() {
        stack.machine(Kind.STANDARD, PASS);
        var arn = start("one");
        stack.agenda.advance(Duration.ofDays(90));
        refused("ExecutionAlreadyExists", () -> start("one"));
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(start("one")).isEqualTo(arn);
        assertThat(stack.workflows.history(arn)).isEmpty();
        stack.agenda.settle();
        assertThat(stack.workflows.history(arn)).hasSize(4);
    }

    @Test
    void redriveComesTooLateAfterFourteenDays() {
        stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Fail\"}");
        var arn = start("one");
        stack.agenda.advance(Duration.ofDays(14));
        stack.workflows.redrive(CALLER, arn);
        stack.agenda.advance(Duration.ofDays(14).plusSeconds(1));
        refused("ExecutionNotRedrivable", () -> stack.workflows.redrive(CALLER, arn));
    }

    @Test
    void aliasLeadsToTwoVersionsAtMostAndByItsWeights() {
        var versions = List.of("one", "two", "three").stream()
                .map(said -> {
                    stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Pass\",\"Output\":\"" + said + "\",\"End\":true}");
                    return stack.workflows.publish(Stack.ARN, Optional.empty());
                })
                .toList();
        var alias = stack.workflows.alias(
                "live", List.of(new Machines.Route(versions.get(0), 75), new Machines.Route(versions.get(1), 25)));
        long first = 0;
        for (int i = 0; i < 400; i++) {
            var arn = stack.workflows.start(CALLER, alias, Optional.empty(), "{}");
            first += versions.get(0).equals(stack.execution(arn).start().versionArn()) ? 1 : 0;
        }
        assertThat(first).isBetween(270L, 330L);
        refused(
                "ValidationException",
                () -> stack.workflows.alias(
                        "live",
                        versions.stream()
                                .map(version -> new Machines.Route(version, 30))
                                .toList()));
        refused(
                "ValidationException",
                () -> stack.workflows.alias("live", List.of(new Machines.Route(versions.get(0), 99))));
    }

    @Test
    void endlessMachineEndsAtTheLastEventOfItsHistory() {
        stack.machine(
                Kind.STANDARD,
                "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Choice\",\"Choices\":[{\"Condition\":\"{%"
                        + " false %}\",\"Next\":\"Z\"}],\"Default\":\"A\"},\"Z\":{\"Type\":\"Succeed\"}");
        var arn = start("one");
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.FAILED);
        assertThat(stack.failure(arn).error()).isEqualTo("States.Runtime");
        assertThat(stack.execution(arn).progress().lastEventId()).isEqualTo(Limits.HISTORY_EVENTS);
    }

    @Test
    void threeDaysOfWaitingTakeNoTime() {
        stack.machine(Kind.STANDARD, "\"A\":{\"Type\":\"Wait\",\"Seconds\":259200,\"End\":true}");
        var arn = start("one");
        assertTimeout(Duration.ofSeconds(1), () -> stack.agenda.advance(Duration.ofDays(3)));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void endlessMachineCanBeStopped() {
        stack.machine(
                Kind.STANDARD,
                "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Choice\",\"Choices\":[{\"Condition\":\"{%"
                        + " false %}\",\"Next\":\"Z\"}],\"Default\":\"A\"},\"Z\":{\"Type\":\"Succeed\"}");
        var arn = start("one");
        stack.agenda.soon("somebody stops it", () -> stack.workflows.stop(CALLER, arn, new Failure("Enough", null)));
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.ABORTED);
        assertThat(stack.execution(arn).progress().lastEventId()).isLessThan(100);
    }

    @Test
    void allVariablesTogetherHaveALimit() {
        stack.machine(
                Kind.STANDARD,
                "\"A\":{\"Type\":\"Pass\",\"Assign\":{\"all\":[]},\"Next\":\"B\"},"
                        + "\"B\":{\"Type\":\"Pass\",\"Assign\":{"
                        + variables(41)
                        + "},\"End\":true}");
        var arn = start("one");
        stack.agenda.settle();
        assertThat(stack.failure(arn).error()).isEqualTo("States.DataLimitExceeded");
    }

    private static String variables(int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",").append("\"v").append(i).append("\":\"{% $pad('', 260000, 'xy') %}\"");
        }
        return all.toString();
    }

    private String start(String name) {
        return stack.workflows.start(CALLER, Stack.ARN, Optional.of(name), "{}");
    }

    private static void refused(String code, Runnable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
