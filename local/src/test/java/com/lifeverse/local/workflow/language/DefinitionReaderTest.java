package com.lifeverse.local.workflow.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class DefinitionReaderTest {
    @Test
    void stateMayDeclareJsonataByItself() {
        var definition = DefinitionReader.read("""
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true}}}
                """);
        assertThat(definition.state("A")).isInstanceOf(State.Pass.class);
    }

    @Test
    void jsonPathStateIsRefusedClearly() {
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() -> DefinitionReader.read(
                        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}"))
                .withMessageContaining("The state's query language is JSONPath, which is not held locally");
    }

    @Test
    void jsonPathStateInsideAJsonataMachineIsRefusedAsAwsDoes() {
        refused(
                "\"A\":{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONPath\",\"End\":true}",
                "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Type":"Map","End":true}                     | A text is missing at /States/A/ItemProcessor/StartAt
            {"Type":"Parallel","End":true}                | A Parallel needs branches at /States/A/Branches
            {"Type":"Sleep","End":true}                   | States of type 'Sleep' are not held locally at /States/A/Type
            {"Type":"Pass","Next":"B"}                    | Missing 'Next' target: B at /States/A/Next
            {"Type":"Pass"}                               | A state needs either Next or End at /States/A
            {"Type":"Pass","Parameters":{},"End":true}    | Field 'Parameters' is not supported at /States/A
            {"Type":"Pass","Output":"{% 1 + %}","End":true} | INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output
            {"Type":"Pass","Output":{"v":"{% input.a %}"},"End":true} | UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'input' at the top level is not supported. at /States/A/Output/v
            {"Type":"Pass","Assign":{"states":1},"End":true} | the variable states is reserved at /States/A/Assign
            {"Type":"Wait","End":true}                    | A Wait needs either Seconds or Timestamp at /States/A
            {"Type":"Wait","Timestamp":"soon","End":true} | String does not match RFC3339 timestamp at /States/A/Timestamp
            {"Type":"Choice","Choices":[]}                | A Choice needs rules at /States/A/Choices
            {"Type":"Task","End":true}                    | A text is missing at /States/A/Resource
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["States.ALL","X"]}]} | States.ALL has to stand alone and last
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["X"],"BackoffRate":0.5}]} | A number of at least 1.0 is expected
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["X"],"MaxAttempts":1.5}]} | A whole number of at most 99999999 is expected at /States/A/Retry/0/MaxAttempts
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["X"],"MaxDelaySeconds":31622400}]} | at most 31622399 is expected
            {"Type":"Task","Resource":"r","End":true,"TimeoutSeconds":0} | A whole number from 1 to 99999999 is expected at /States/A/TimeoutSeconds
            {"Type":"Task","Resource":"r","End":true,"HeartbeatSeconds":"9"} | A whole number from 1 to 99999999 is expected at /States/A/HeartbeatSeconds
            {"Type":"Wait","Seconds":-1,"End":true}       | A whole number from 0 to 99999999 is expected at /States/A/Seconds
            {"Type":"Map","End":true,"Label":"a-label-of-more-than-forty-characters-in-all","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"}}} | A label has at most 40 characters
            {"Type":"Map","End":true,"ResultWriter":{"WriterConfig":{"OutputType":"CSV"}},"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"}}} | OutputType is one of [JSON, JSONL]
            """)
    void faultIsNamedWithItsPlace(String state, String problem) {
        refused("\"A\":" + state, problem);
    }

    @Test
    void stateThatNoWayLeadsToIsRefused() {
        refused(
                "\"A\":{\"Type\":\"Succeed\"},\"Island\":{\"Type\":\"Succeed\"}",
                "State \"Island\" is not reachable. at /States/Island");
    }

    @Test
    void machineThatNothingEndsIsRefused() {
        refused(
                "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Next\":\"A\"}",
                "MISSING_END_STATE: Workflow has no terminal state at null");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() -> read("\"A\":{\"Type\":\"Pass\"},\"B\":{\"Type\":\"Loop\"}"))
                .withMessageContainingAll("/States/A", "/States/B");
    }

    private static void refused(String states, String problem) {
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() -> read(states))
                .withMessageContaining(problem);
    }

    private static Definition read(String states) {
        return DefinitionReader.read("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{" + states + "}}");
    }
}
