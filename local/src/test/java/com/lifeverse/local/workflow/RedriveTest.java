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

    /** Why workflows that operators may redrive catch nothing only to fail. */
    @Test
    void whatWasCaughtOnlyToFailFailsAgainThereAndWhatNobodyCaughtIsDoneAgain() {
        var task = "'A':{'Type':'Task','Resource':'" + Stack.TASK + "','Arguments':{'fail':"
                + "'{%% $states.context.Execution.RedriveCount = 0 ? \\\"Busy\\\" : 1 %%}'},%s'End':true}%s";
        var caught = "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'B'}],";
        stack.machine(
                Kind.STANDARD,
                task.formatted(caught, ",'B':{'Type':'Fail','Error':'Never'}").replace('\'', '"'));
        var fails = stack.workflows.start(CALLER, Stack.ARN, Optional.of("caught"), "{}");
        stack.machine("n", Kind.STANDARD, task.formatted("", "").replace('\'', '"'));
        var goesOn = stack.workflows.start(CALLER, Stack.ARN.replace(":m", ":n"), Optional.of("uncaught"), "{}");
        stack.agenda.settle();
        assertThat(stack.calls).hasSize(2);
        assertThat(stack.execution(goesOn).status()).isEqualTo(Status.FAILED);

        stack.workflows.redrive(CALLER, fails);
        stack.workflows.redrive(CALLER, goesOn);
        stack.agenda.settle();

        assertThat(stack.execution(fails).status()).isEqualTo(Status.FAILED);
        assertThat(stack.execution(goesOn).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(stack.calls).hasSize(3);
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
