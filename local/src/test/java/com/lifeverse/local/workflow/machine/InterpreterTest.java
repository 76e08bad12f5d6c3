package com.lifeverse.local.workflow.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.workflow.language.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class InterpreterTest {
    @Test
    void passHandsItsInputOn() {
        var played = Played.states("\"A\":{\"Type\":\"Pass\",\"End\":true}", "{\"x\":5.0}");
        assertThat(played.output()).isEqualTo("{\"x\":5.0}");
        assertThat(played.types())
                .containsExactly("ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded");
        assertThat(played.history()).extracting(HistoryEvent::previousEventId).containsExactly(0L, 0L, 2L, 3L);
    }

    @Test
    void outputAndAssignSeeTheVariablesAsTheyWereBefore() {
        var played = Played.states("""
            "A":{"Type":"Pass","Assign":{"n":1},"Next":"B"},
            "B":{"Type":"Pass","Assign":{"n":"{% $n + 1 %}"},"Output":"{% $n %}","Next":"C"},
            "C":{"Type":"Pass","Output":"{% [$states.input, $n] %}","End":true}
            """, "{}");
        assertThat(played.output()).isEqualTo("[1,2]");
        assertThat(played.details(5)
                        .at("/stateExitedEventDetails/assignedVariables/n")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void undefinedOutputFailsTheExecutionInTheWordsOfAws() {
        var played = Played.states("\"A\":{\"Type\":\"Pass\",\"Output\":{\"r\":\"{% $no %}\"},\"End\":true}", "{}");
        assertThat(played.failure())
                .isEqualTo(new Failure(
                        "States.QueryEvaluationError",
                        "An error occurred while executing the state 'A' (entered at the event id #2). The"
                                + " JSONata expression '$no' specified for the field 'Output/r' returned nothing"
                                + " (undefined)."));
        assertThat(played.types())
                .containsExactly("ExecutionStarted", "PassStateEntered", "EvaluationFailed", "ExecutionFailed");
        assertThat(played.details(3)
                        .at("/evaluationFailedEventDetails/location")
                        .asText())
                .isEqualTo("Output/r");
    }

    @Test
    void choiceTakesTheFirstRuleThatHoldsWithItsOwnAssign() {
        var states = """
            "A":{"Type":"Choice","Choices":[
                {"Condition":"{% $states.input.n > 10 %}","Assign":{"size":"large"},"Next":"B"},
                {"Condition":"{% $states.input.n > 5 %}","Assign":{"size":"middle"},"Next":"B"}],
              "Default":"B","Assign":{"size":"small"}},
            "B":{"Type":"Pass","Output":"{% $size %}","End":true}
            """;
        assertThat(Played.states(states, "{\"n\":11}").output()).isEqualTo("\"large\"");
        assertThat(Played.states(states, "{\"n\":6}").output()).isEqualTo("\"middle\"");
        assertThat(Played.states(states, "{\"n\":1}").output()).isEqualTo("\"small\"");
    }

    @Test
    void choiceWithoutAWayOutFails() {
        var played = Played.states("""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% false %}","Next":"B"}]},"B":{"Type":"Succeed"}
            """, "{}");
        assertThat(played.failure().error()).isEqualTo("States.Runtime");
    }

    @Test
    void waitLetsExactlyItsTimePass() {
        assertThat(Played.states("\"A\":{\"Type\":\"Wait\",\"Seconds\":\"{% $states.input %}\",\"End\":true}", "90")
                        .elapsed())
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(Played.states(
                                "\"A\":{\"Type\":\"Wait\",\"Timestamp\":\"2026-01-02T01:00:00+01:00\",\"End\":true}",
                                "1")
                        .elapsed())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void waitUntilAMomentThatIsPastTakesNoTime() {
        var played = Played.states(
                "\"A\":{\"Type\":\"Wait\",\"Timestamp\":\"2016-03-05T21:29:29.243167252Z\",\"End\":true}", "{}");
        assertThat(played.elapsed()).isZero();
        assertThat(played.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void failCarriesOnlyWhatItDeclares() {
        var played =
                Played.states("\"A\":{\"Type\":\"Fail\",\"Cause\":\"{% $states.input.why %}\"}", "{\"why\":\"x\"}");
        assertThat(played.failure()).isEqualTo(new Failure(null, "x"));
        assertThat(played.details(3).path("executionFailedEventDetails").has("error"))
                .isFalse();
    }

    @Test
    void outputBeyondTheLimitFailsAsDataLimitExceeded() {
        var played = Played.states("""
            "A":{"Type":"Pass","Output":"{% $join($map([1..30000], function($i) { '0123456789' })) %}","End":true}
            """, "{}");
        assertThat(played.failure().error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void endlessLoopEndsAtTheLimitOfItsHistory() {
        var played = Played.states(
                "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Choice\",\"Choices\":[{\"Condition\":\"{%"
                        + " false %}\",\"Next\":\"Z\"}],\"Default\":\"A\"},\"Z\":{\"Type\":\"Succeed\"}",
                "{}");
        assertThat(played.status()).isEqualTo(Status.FAILED);
        assertThat(played.history()).hasSizeLessThanOrEqualTo(25_000);
        assertThat(played.failure().cause()).contains("maximum number of history events (25000)");
    }

    @Test
    void happeningThatComesTooLateChangesNothing() {
        var definition = Played.definition("\"A\":{\"Type\":\"Wait\",\"Seconds\":5,\"End\":true}");
        var interpreter = new Interpreter(definition, Played.run("{}"), Chance.of(new Random(0)));
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var scene = new Memory();
        scene.apply(interpreter.step(scene, new Happening.Proceed(Strand.ROOT, 0), now));
        scene.apply(interpreter.step(scene, new Happening.Proceed(Strand.ROOT, 1), now));
        var late = interpreter.step(scene, new Happening.Alarm(Strand.ROOT, 1), now);
        assertThat(late.isNothing()).isTrue();
    }

    @Test
    void contextTellsOfExecutionMachineAndState() {
        var played = Played.states("""
            "A":{"Type":"Pass","Output":"{% $states.context %}","End":true}
            """, "{\"a\":1}");
        assertThat(played.output())
                .isEqualTo("{\"Execution\":{\"Id\":\"arn:execution\",\"Input\":{\"a\":1},\"Name\":\"one\","
                        + "\"RoleArn\":\"arn:role\",\"StartTime\":\"2026-01-01T00:00:00.000Z\",\"RedriveCount\":0},"
                        + "\"StateMachine\":{\"Id\":\"arn:machine\",\"Name\":\"machine\"},"
                        + "\"State\":{\"Name\":\"A\",\"EnteredTime\":\"2026-01-01T00:00:00.000Z\",\"RetryCount\":0}}");
    }
}
