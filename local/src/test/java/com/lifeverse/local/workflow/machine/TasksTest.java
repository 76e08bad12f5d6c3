package com.lifeverse.local.workflow.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.workflow.machine.Played.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class TasksTest {
    private static final String TASK = "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::aws-sdk:played:call\"";

    @Test
    void resultIsShapedAndTheHistoryTellsEveryPart() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"Arguments\":{\"Payload\":\"{% $states.input %}\"},\"TimeoutSeconds\":9,"
                        + "\"Output\":\"{% $states.result.Payload %}\",\"End\":true}",
                "7",
                attempt -> new Answer.Output("{\"Payload\":8}"));
        assertThat(played.output()).isEqualTo("8");
        assertThat(played.types())
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(played.details(3).path("taskScheduledEventDetails").toString())
                .isEqualTo("{\"resource\":\"call\",\"resourceType\":\"aws-sdk:played\",\"region\":\"us-east-1\","
                        + "\"parameters\":\"{\\\"Payload\\\":7}\",\"timeoutInSeconds\":9}");
    }

    @Test
    void argumentsThatTheServiceDoesNotTakeEndTheExecutionBeforeTheTask() {
        var played = Played.states("""
                "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":"{% {'FunctionName': 'f', 'Foo': 1} %}",
                     "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"Next":"B"},
                "B":{"Type":"Succeed"}""", "{}");
        assertThat(played.types()).containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
        assertThat(played.end().failure())
                .isEqualTo(new Failure(
                        "States.Runtime",
                        "An error occurred while executing the state 'A' (entered at the event id #2). The Parameters"
                                + " '{\"FunctionName\":\"f\",\"Foo\":1}' could not be used to start the Task:"
                                + " [The field \"Foo\" is not supported by Step Functions]"));
    }

    @Test
    void timeOutThatIsComputedHasToBePositive() {
        var played = Played.states("\"A\":{" + TASK + ",\"TimeoutSeconds\":\"{% 0 %}\",\"End\":true}", "{}");
        assertThat(played.end().failure()).extracting(Failure::error).isEqualTo("States.QueryEvaluationError");
        assertThat(played.types()).doesNotContain("TaskScheduled");
    }

    @Test
    void retriesBackOffUpToTheLongestDelay() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"IntervalSeconds\":2,\"BackoffRate\":3,"
                        + "\"MaxAttempts\":4,\"MaxDelaySeconds\":10,\"JitterStrategy\":\"FULL\"}],\"End\":true}",
                "{}",
                attempt -> attempt < 4 ? new Answer.Refused("Busy") : new Answer.Output("1"));
        assertThat(played.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(played.elapsed()).isEqualTo(Duration.ofSeconds(2 + 6 + 10 + 10));
    }

    @Test
    void eachRetrierCountsForItself() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"Retry\":[{\"ErrorEquals\":[\"X\"],\"MaxAttempts\":1},"
                        + "{\"ErrorEquals\":[\"States.ALL\"],\"MaxAttempts\":1}],\"End\":true}",
                "{}",
                attempt -> switch (attempt) {
                    case 0 -> new Answer.Refused("X");
                    case 1 -> new Answer.Refused("Y");
                    default -> new Answer.Refused("X");
                });
        assertThat(played.failure()).isEqualTo(new Failure("X", "because"));
        assertThat(played.types()).filteredOn("TaskScheduled"::equals).hasSize(3);
    }

    @Test
    void firstCatcherThatMeansTheErrorCatchesIt() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"Catch\":[{\"ErrorEquals\":[\"Other\"],\"Next\":\"B\"},"
                        + "{\"ErrorEquals\":[\"Broken\"],\"Output\":\"first\",\"Next\":\"B\"},"
                        + "{\"ErrorEquals\":[\"Broken\"],\"Output\":\"second\",\"Next\":\"B\"},"
                        + "{\"ErrorEquals\":[\"States.ALL\"],\"Output\":\"last\",\"Next\":\"B\"}],\"Next\":\"B\"},"
                        + "\"B\":{\"Type\":\"Succeed\"}",
                "5",
                attempt -> new Answer.Refused("Broken"));
        assertThat(played.output()).isEqualTo("\"first\"");
    }

    @Test
    void catcherShapesTheErrorAndTheOwnAssignIsNotRun() {
        var played = Played.states(
                "\"A\":{" + TASK
                        + ",\"Assign\":{\"done\":true},\"Catch\":[{\"ErrorEquals\":[\"Other\"],\"Next\":\"B\"},{\"ErrorEquals\":[\"States.ALL\"],\"Assign\":{\"why\":\"{%"
                        + " $states.errorOutput.Error %}\"},\"Output\":\"{% $states.input"
                        + " %}\",\"Next\":\"B\"}],\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Output\":\"{%"
                        + " [$states.input, $why, $exists($done)] %}\",\"End\":true}",
                "5",
                attempt -> new Answer.Refused("Broken"));
        assertThat(played.output()).isEqualTo("[5,\"Broken\",false]");
    }

    @Test
    void silentTaskTimesOutAndIsRetried() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"TimeoutSeconds\":30,"
                        + "\"Retry\":[{\"ErrorEquals\":[\"States.Timeout\"],\"MaxAttempts\":1}],\"End\":true}",
                "{}",
                attempt -> attempt == 0 ? new Answer.Silence() : new Answer.Output("\"late\""));
        assertThat(played.output()).isEqualTo("\"late\"");
        assertThat(played.elapsed()).isEqualTo(Duration.ofSeconds(31));
        assertThat(played.types()).contains("TaskTimedOut");
    }

    @Test
    void timeOutIsNotATaskFailure() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"TimeoutSeconds\":30,"
                        + "\"Retry\":[{\"ErrorEquals\":[\"States.TaskFailed\"]}],\"End\":true}",
                "{}");
        assertThat(played.failure()).isEqualTo(new Failure("States.Timeout", null));
    }

    @Test
    void failedEvaluationOfArgumentsCanBeCaught() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"Arguments\":\"{% $no %}\",\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],"
                        + "\"Next\":\"B\"}],\"End\":true},"
                        + "\"B\":{\"Type\":\"Pass\",\"Output\":\"{% $states.input.Error %}\",\"End\":true}",
                "{}");
        assertThat(played.output()).isEqualTo("\"States.QueryEvaluationError\"");
    }

    @Test
    void statesAllDoesNotCatchWhatIsTooLarge() {
        var played = Played.states(
                "\"A\":{" + TASK + ",\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"B\"}],\"Next\":\"B\"},"
                        + "\"B\":{\"Type\":\"Succeed\"}",
                "{}",
                attempt -> new Answer.Output("\"" + "x".repeat(262_143) + "\""));
        assertThat(played.failure().error()).isEqualTo("States.DataLimitExceeded");
        assertThat(played.failure().cause()).startsWith("The state/task 'A' returned a result with a size exceeding");
    }

    @Test
    void functionNamedDirectlyHasEventsOfItsOwn() {
        var played = Played.states(
                "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:111111111111:function:f\",\"End\":true}",
                "{}",
                attempt -> new Answer.Output("{}"));
        assertThat(played.types())
                .containsSubsequence("LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded");
    }
}
