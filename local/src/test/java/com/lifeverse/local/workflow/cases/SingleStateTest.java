package com.lifeverse.local.workflow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.cases.SingleState.Entry;
import com.lifeverse.local.workflow.cases.SingleState.Mock;
import com.lifeverse.local.workflow.machine.Failure;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class SingleStateTest {
    private static final String TASK = """
            {"QueryLanguage": "JSONata", "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
             "Arguments": {"FunctionName": "f", "Payload": "{% $states.input.n + $offset %}"},
             "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}],
             "Catch": [{"ErrorEquals": ["Busy"], "Output": "{% $states.errorOutput.Error %}", "Next": "Sorry"}],
             "Assign": {"seen": "{% $states.result.Payload %}"},
             "Output": "{% $states.result.Payload * 2 %}", "Next": "Then"}""";

    private static final Entry ENTRY =
            Entry.of(Json.read("{\"n\":1}")).knowing((ObjectNode) Json.read("{\"offset\":4}"));

    @Test
    void resultOfTheMockIsShapedAndLeadsOn() {
        var answer = run(TASK, "Work", ENTRY.mocked(new Mock.Result(Json.read("{\"Payload\":5}"))));
        assertThat(answer.status()).isEqualTo(StateAnswer.Status.SUCCEEDED);
        assertThat(answer.nextState()).contains("Then");
        assertThat(answer.output().map(Json::text)).contains("10");
        assertThat(answer.call().arguments().map(Json::text)).contains("{\"FunctionName\":\"f\",\"Payload\":5}");
        assertThat(answer.call().result().map(Json::text)).contains("{\"Payload\":5}");
        assertThat(Json.text(answer.variables())).isEqualTo("{\"offset\":4,\"seen\":5}");
    }

    @Test
    void errorOfTheMockIsRetriedThenCaught() {
        var busy = new Mock.Failing(new Failure("Busy", "now"));
        assertThat(run(TASK, "Work", ENTRY.mocked(busy)).status()).isEqualTo(StateAnswer.Status.RETRIABLE);
        var caught = run(TASK, "Work", ENTRY.mocked(busy).retried(2));
        assertThat(caught.status()).isEqualTo(StateAnswer.Status.CAUGHT_ERROR);
        assertThat(caught.nextState()).contains("Sorry");
        assertThat(caught.output().map(Json::text)).contains("\"Busy\"");
        assertThat(caught.failure()).contains(new Failure("Busy", "now"));
    }

    @Test
    void errorThatNothingHandlesFails() {
        var answer = run(TASK, "Work", ENTRY.mocked(new Mock.Failing(new Failure("Other", null))));
        assertThat(answer.status()).isEqualTo(StateAnswer.Status.FAILED);
        assertThat(answer.failure()).contains(new Failure("Other", null));
        assertThat(answer.nextState()).isEmpty();
    }

    @Test
    void stateOfAMachineIsFoundAlsoInsideAnotherOne() {
        var machine = """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Map", "End": true,
                 "Assign": {"all": "{% $states.result %}"},
                 "ItemProcessor": {"StartAt": "B", "States": {
                  "B": {"Type": "Wait", "Seconds": 60, "Output": "{% $states.input & '!' %}", "End": true}}}}}}""";
        assertThat(run(machine, "B", Entry.of(Json.read("\"x\""))).output()).contains(Json.read("\"x!\""));
        var mocked = Entry.of(Json.read("[1,2]")).mocked(new Mock.Result(Json.read("[3,4]")));
        assertThat(run(machine, "A", mocked).output()).contains(Json.read("[3,4]"));
    }

    @Test
    void stateThatCallsSomebodyNeedsAMock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(TASK, "Work", ENTRY))
                .withMessageContaining("Work");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("{\"States\":{}}", "Nowhere", ENTRY))
                .withMessageContaining("Nowhere");
    }

    @Test
    void failStateFailsAsItSays() {
        var fail =
                "{\"QueryLanguage\":\"JSONata\",\"Type\":\"Fail\",\"Error\":\"E\",\"Cause\":\"{% 'c' & $states.input %}\"}";
        assertThat(run(fail, "End", Entry.of(Json.read("1"))).failure()).isEqualTo(Optional.of(new Failure("E", "c1")));
    }

    @Test
    void stateIsEnteredAtTheMomentThatIsSaid() {
        var asking = "{\"QueryLanguage\":\"JSONata\",\"Type\":\"Pass\",\"Output\":\"{% $now() %}\",\"End\":true}";
        assertThat(run(asking, "Ask", Entry.of(Json.object())).output())
                .contains(Json.read("\"2026-11-20T10:00:00.000Z\""));
    }

    private static StateAnswer run(String text, String name, Entry entry) {
        return SingleState.run(text, name, entry, Instant.parse("2026-11-20T10:00:00Z"));
    }
}
