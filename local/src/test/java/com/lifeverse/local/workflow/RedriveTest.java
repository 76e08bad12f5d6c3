package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A redrive does what failed again, as if for the first time. */
@Tag("adapters")
class RedriveTest {
    private static final Caller CALLER = Caller.unrestricted();

    private final Stack stack = Stack.inMemory();

    @Test
    void retriesOfAParallelCountAnewAndTheContextTellsOfTheRedrive() {
        stack.machine(
                Kind.STANDARD,
                ("'A':{'Type':'Parallel','Retry':[{'ErrorEquals':['States.ALL'],'MaxAttempts':1}],'Branches':["
                                + "{'StartAt':'B','States':{'B':{'Type':'Task','Resource':'" + Stack.TASK
                                + "','Arguments':"
                                + "{'fail':'{% $states.context.Execution.RedriveCount = 0 ? \\\"Busy\\\" : 1 %}',"
                                + "'at':'{% $type($states.context.Execution.RedriveTime) = \\\"string\\\" ?"
                                + " $states.context.Execution.RedriveTime : \\\"never\\\" %}'},'End':true}}}],'End':true}")
                        .replace('\'', '"'));
        var arn = stack.workflows.start(CALLER, Stack.ARN, Optional.of("one"), "{}");
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.FAILED);
        assertThat(stack.calls)
                .hasSize(2)
                .allSatisfy(
                        call -> assertThat(call.arguments().path("at").asText()).isEqualTo("never"));
        stack.breakTasks(0);
        stack.workflows.redrive(CALLER, arn);
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(stack.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(stack.output(arn)).isEqualTo("[{\"fail\":1,\"at\":\"2026-01-01T00:01:00.000Z\"}]");
        assertThat(stack.execution(arn).progress().redrivenAt()).isEqualTo("2026-01-01T00:01:00Z");
    }

    /** It stood in a Fail, and so is over before anybody could wait for it. */
    @Test
    void childThatFailsAtOnceWhenItIsTakenUpIsHeardOf() {
        stack.machine(
                Kind.STANDARD,
                ("'A':{'Type':'Map','Items':[1,2],'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED',"
                                + "'ExecutionType':'STANDARD'},'StartAt':'B','States':{'B':{'Type':'Fail','Error':'Never'}}},"
                                + "'End':true}")
                        .replace('\'', '"'));
        var arn = stack.workflows.start(CALLER, Stack.ARN, Optional.of("one"), "{}");
        stack.agenda.settle();
        for (int redrives = 1; redrives <= 2; redrives++) {
            stack.workflows.redrive(CALLER, arn);
            stack.agenda.settle();
            assertThat(stack.execution(arn).status()).isEqualTo(Status.FAILED);
            assertThat(stack.execution(arn).progress().redrives()).isEqualTo(redrives);
        }
    }
}
