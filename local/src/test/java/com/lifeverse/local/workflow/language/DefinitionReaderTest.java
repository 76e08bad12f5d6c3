package com.lifeverse.local.workflow.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            {"Type":"Map","End":true}                     | These fields are required: [StartAt] at /States/A/ItemProcessor
            {"Type":"Parallel","End":true}                | These fields are required: [Branches] at /States/A
            {"Type":"Sleep","End":true}                   | States of type 'Sleep' are not held locally at /States/A/Type
            {"Type":"Pass","Next":"B"}                    | Missing 'Next' target: B at /States/A/Next
            {"Type":"Pass"}                               | A state needs either Next or End at /States/A
            {"Type":"Pass","Parameters":{},"End":true}    | Field 'Parameters' is not supported at /States/A
            {"Type":"Pass","Output":"{% 1 + %}","End":true} | INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output
            {"Type":"Pass","Output":{"v":"{% input.a %}"},"End":true} | UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'input' at the top level is not supported. at /States/A/Output/v
            {"Type":"Pass","Assign":{"states":1},"End":true} | the variable states is reserved at /States/A/Assign
            {"Type":"Pass","Output":"{% %}","End":true}   | INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output
            {"Type":"Pass","Output":"{% a[1,2) %}","End":true} | INVALID_JSONATA_EXPRESSION: Expected "]", got "," at /States/A/Output
            {"Type":"Pass","Output":"{% {'a':} %}","End":true} | INVALID_JSONATA_EXPRESSION: The symbol "}" cannot be used as a unary operator at /States/A/Output
            {"Type":"Pass","Output":"{% $match('a', /abc %}","End":true} | INVALID_JSONATA_EXPRESSION: No terminating / in regular expression at /States/A/Output
            {"Type":"Pass","Output":"{% 1e500 %}","End":true} | INVALID_JSONATA_EXPRESSION: Number out of range: "1e500" at /States/A/Output
            {"Type":"Pass","Output":{"a":{"b":["{% phone[0] %}"]}},"End":true} | UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/A/Output/a/b[0]
            {"Type":"Pass","Output":"{% 1 + bbb %}","End":true} | UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'bbb' at the top level is not supported. at /States/A/Output
            {"Type":"Pass","Output":"{% $map($states.input.a, function($x){ b }) %}","End":true} | Reference to 'b' at the top level is not supported. at /States/A/Output
            {"Type":"Pass","Output":"{% {'k': v} %}","End":true} | Reference to 'v' at the top level is not supported. at /States/A/Output
            {"Type":"Pass","Output":"{% $.phone %}","End":true} | Reference to '$' at the top level is not supported. at /States/A/Output
            {"Type":"Pass","Output":"{% $$ %}","End":true} | UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at /States/A/Output
            {"Type":"Pass","Output":"{% $states.errorOutput %}","End":true} | UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.errorOutput' does not exist. at /States/A/Output
            {"Type":"Task","Resource":"r","Arguments":"{% $states.result %}","End":true} | Field '$states.result' does not exist. at /States/A/Arguments
            {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Paylaod":1},"End":true} | SCHEMA_VALIDATION_FAILED: The field "Paylaod" is not supported by Step Functions at /States/A/Arguments
            {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Arguments":{"Payload":"{% $states.input %}"},"End":true} | The field 'FunctionName' is required but was missing at /States/A/Arguments
            {"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Arguments":{"TableName":"t","Item":{"n":{"N":5}}},"End":true} | The value for the field 'N' must be a STRING at /States/A/Arguments
            {"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Arguments":{"QueueUrl":"q","DelaySeconds":"abc"},"End":true} | The value for the field 'DelaySeconds' must be a NUMBER at /States/A/Arguments
            {"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Arguments":{"Entries":[{"Foo":1}]},"End":true} | The field "Foo" is not supported by Step Functions at /States/A/Arguments
            {"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:getObject","Arguments":{"bucket":"b","Key":"k"},"End":true} | The field "bucket" is not supported by Step Functions at /States/A/Arguments
            {"Type":"Wait","End":true}                    | A Wait needs either Seconds or Timestamp at /States/A
            {"Type":"Wait","Timestamp":"soon","End":true} | String does not match RFC3339 timestamp at /States/A/Timestamp
            {"Type":"Choice","Choices":[]}                | A Choice needs rules at /States/A/Choices
            {"Type":"Task","End":true}                    | These fields are required: [Resource] at /States/A
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["States.ALL","X"]}]} | States.ALL has to stand alone and last
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["X"],"BackoffRate":0.5}]} | A number of at least 1.0 is expected
            {"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["X"],"MaxAttempts":1.5}]} | A whole number of at most 99999999 is expected at /States/A/Retry[0]/MaxAttempts
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
    void machineThatNeverEndsIsRefusedForThatAlone() {
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() ->
                        read("'A':{'Type':'Pass','Next':'A'},'Island':{'Type':'Pass','Next':'A'}".replace('\'', '"')))
                .withMessage(
                        "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'");
    }

    @Test
    void wayToNowhereIsToldBeforeTheMissingEnd() {
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() -> read("\"A\":{\"Type\":\"Pass\",\"Next\":\"NOPE\"}"))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(
                                new Problem(
                                        "MISSING_TRANSITION_TARGET",
                                        "Missing 'Next' target: NOPE",
                                        Optional.of("/States/A/Next")),
                                new Problem("MISSING_END_STATE", "Workflow has no terminal state", Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Type':'Pass','Output':'{% $states.input.items[phone > 3].(name & other) %}','End':true}",
                "{'Type':'Pass','Comment':'{% phone %}','Output':'{% $phone %}','End':true}",
                "{'Type':'Pass','Output':'{% $states.input.list^(price){kind: $sum(price)} %}','End':true}",
                "{'Type':'Pass','Output':'{% $map($states.input.a, function($x){ $x.phone }) %}','End':true}",
                "{'Type':'Pass','Output':'{% ($copy := $states.input; $copy ~> |items|{\"x\": y}|) %}','End':true}",
                "{'Type':'Task','Resource':'r','Output':'{% $states.result.a %}','Catch':[{'ErrorEquals':['X'],'Output':'{% $states.errorOutput.Error %}','Next':'A'}],'End':true}",
                "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','Arguments':{'QueueUrl':'${Queue}','MessageBody':{'any':1},'DelaySeconds':'{% $n %}'},'End':true}",
                "{'Type':'Task','Resource':'arn:aws:states:::dynamodb:getItem','Arguments':{'TableName':'t','Key':{'id':{'S':'a'}},'ConsistentRead':true},'End':true}",
                "{'Type':'Task','Resource':'arn:aws:states:::events:putEvents','Arguments':{'Entries':[{'Detail':{'a':1},'DetailType':'d','Source':'s','EventBusName':'b'}]},'End':true}",
                "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':'{% $states.input %}','End':true}",
            })
    void whatAwsTakesIsTaken(String state) {
        assertThat(read("\"A\":" + state.replace("\"", "\\\"").replace('\'', '"'))
                        .states())
                .containsKey("A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Version":"2.0"       | SCHEMA_VALIDATION_FAILED: Only version 1.0 is supported at /Version
            "TimeoutSeconds":0    | SCHEMA_VALIDATION_FAILED: A whole number from 1 to 99999999 is expected at /TimeoutSeconds
            "TimeoutSeconds":"9"  | SCHEMA_VALIDATION_FAILED: A whole number from 1 to 99999999 is expected at /TimeoutSeconds
            """)
    void machineIsOfTheOneVersionAndHasTime(String field, String problem) {
        assertThatExceptionOfType(InvalidDefinition.class)
                .isThrownBy(() -> DefinitionReader.read("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\"," + field
                        + ",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}"))
                .withMessageContaining(problem);
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
