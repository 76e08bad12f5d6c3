package com.lifeverse.local.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.function.instance.InstanceLost;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossing.Kind;
import com.lifeverse.local.kernel.Halt;
import com.lifeverse.local.simulate.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@Tag("rules")
final class InjectorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Crossing CALL = new Crossing(
            Kind.CALL,
            "grant",
            "dynamodb",
            "dynamodb:PutItem",
            PutItemRequest.builder().build());
    private static final Crossing REQUEST = new Crossing(Kind.REQUEST, "player", "api", "POST /v1/sessions", "");
    private static final Crossing INVOCATION = new Crossing(Kind.INVOCATION, "api", "grant", "Invoke", "");

    private final List<String> done = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Timeline timeline = new Timeline();
    private final Agenda agenda = Agenda.virtual(START, failure -> {
        throw new AssertionError(failure);
    });
    private final Injector injector =
            new Injector(_ -> faults.isEmpty() ? new Fault.None() : faults.removeFirst(), timeline, () -> agenda);

    @Test
    void whatIsNotDisturbedIsDoneOnceAndAnswered() {
        assertThat(cross(CALL)).isEqualTo("answer 1");
        assertThat(done).containsExactly("call at " + START);
    }

    @Test
    void whileACallTakesItsTimeTheOthersGoOn() {
        faults.add(new Fault.Slow(SECOND, SECOND));
        agenda.at(START.plusMillis(500), "other", () -> done.add("other"));
        agenda.at(START.plusMillis(1_500), "another", () -> done.add("another"));
        assertThat(cross(CALL)).isEqualTo("answer 2");
        assertThat(done).containsExactly("other", "call at " + START.plusSeconds(1), "another");
    }

    @Test
    void whatIsHeldBackIsDoneWhenAnotherHasOvertakenIt() {
        faults.add(new Fault.Overtaken(SECOND.multipliedBy(8)));
        agenda.at(START.plusMillis(1_500), "other", () -> cross(INVOCATION));
        assertThat(cross(CALL)).isEqualTo("answer 2");
        assertThat(done).containsExactly("call at " + START.plusMillis(1_500), "call at " + START.plusSeconds(2));
        assertThat(injector.faults().of(FaultKind.REORDER)).isOne();
    }

    @Test
    void whatNobodyOvertakesIsDoneInTheEndAndCountsAsInOrder() {
        faults.add(new Fault.Overtaken(SECOND));
        cross(CALL);
        assertThat(done).containsExactly("call at " + START.plus(SECOND));
        assertThat(injector.faults().total()).isZero();
    }

    @Test
    void aThrottleIsTheServicesOwnExceptionAndNothingIsDone() {
        faults.add(new Fault.Throttled());
        assertThatThrownBy(() -> cross(CALL))
                .isInstanceOf(ProvisionedThroughputExceededException.class)
                .satisfies(thrown -> assertThat(Injected.isCauseOf(thrown)).isTrue());
        faults.add(new Fault.Throttled());
        assertThatThrownBy(() -> cross(INVOCATION))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        thrown -> assertThat(thrown.statusCode()).isEqualTo(429));
        assertThat(done).isEmpty();
    }

    @Test
    void aConflictIsAnotherWriteAtTheItem() {
        faults.add(new Fault.Conflicting());
        assertThatThrownBy(() -> cross(CALL)).isInstanceOf(TransactionConflictException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsNotSentIsNotDoneAndWaitedForInVain() {
        faults.add(new Fault.Unsent(SECOND));
        assertThatThrownBy(() -> cross(CALL)).isInstanceOf(SdkClientException.class);
        assertThat(done).isEmpty();
        assertThat(agenda.instant()).isEqualTo(START.plus(SECOND));
    }

    @Test
    void aLostReplyIsWorkDoneAndWaitedForInVain() {
        faults.add(new Fault.ReplyLost(SECOND));
        assertThatThrownBy(() -> cross(REQUEST)).isInstanceOf(Unanswered.class);
        assertThat(done).hasSize(1);
    }

    @Test
    void whatIsRepeatedIsDoneTwiceAndAnsweredByTheSecond() {
        faults.add(new Fault.Repeated(SECOND));
        assertThat(cross(CALL)).isEqualTo("answer 2");
        assertThat(done).containsExactly("call at " + START, "call at " + START.plus(SECOND));
    }

    @Test
    void whatIsRepeatedLaterIsAnsweredAtOnceAndDoneAgain() {
        faults.add(new Fault.RepeatedLater(SECOND));
        assertThat(cross(CALL)).isEqualTo("answer 1");
        assertThat(injector.faults().total()).isZero();
        agenda.advance(SECOND);
        assertThat(done).containsExactly("call at " + START, "call at " + START.plus(SECOND));
        assertThat(injector.faults()).hasToString("1 late-duplicate");
    }

    @Test
    void aFunctionCrashesBeforeOrAfterItsCall() {
        faults.add(new Fault.Crashed(false));
        assertThatThrownBy(() -> cross(CALL)).isInstanceOf(InstanceLost.class);
        assertThat(done).isEmpty();
        faults.add(new Fault.Crashed(true));
        assertThatThrownBy(() -> cross(CALL)).isInstanceOf(InstanceLost.class);
        assertThat(done).hasSize(1);
    }

    @Test
    void aFunctionRunsOutOfTime() {
        faults.add(new Fault.TimedOut(true, SECOND));
        assertThatThrownBy(() -> cross(CALL))
                .isInstanceOfSatisfying(
                        InstanceLost.class, lost -> assertThat(lost.reason()).isEqualTo(InstanceLost.Reason.TIMED_OUT));
        assertThat(agenda.instant()).isEqualTo(START.plus(SECOND));
    }

    @Test
    void theStackEndsInTheMiddleOfACall() {
        faults.add(new Fault.Restarted(true));
        assertThatThrownBy(() -> cross(CALL)).isInstanceOf(Halt.class);
        assertThat(done).hasSize(1);
    }

    @Test
    void witnessesSeeWhatReallyHappenedAndTheTimelineWhatWasSaid() {
        var seen = new ArrayList<Object>();
        injector.add((_, result) -> seen.add(result));
        faults.add(new Fault.ReplyLost(SECOND));
        assertThatThrownBy(() -> cross(CALL)).isInstanceOf(SdkClientException.class);
        assertThat(seen).containsExactly("answer 1");
        assertThat(timeline.lines())
                .containsExactly("#00001 2026-01-01T00:00:00Z grant -> dynamodb:PutItem  !! ReplyLost[patience=PT1S]"
                        + "  = SdkClientException  (until #00001 2026-01-01T00:00:01Z)");
    }

    private String cross(Crossing crossing) {
        return injector.cross(crossing, () -> {
            done.add("call at " + agenda.instant());
            return "answer " + done.size();
        });
    }
}
