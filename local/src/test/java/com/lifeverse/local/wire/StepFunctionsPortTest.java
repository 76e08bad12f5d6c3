package com.lifeverse.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.wire.states.LocalStepFunctions;
import com.lifeverse.local.wire.states.StepFunctions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Step Functions as its clients see it. */
@Tag("adapters")
class StepFunctionsPortTest {
    private static final String WAITING = """
        {"QueryLanguage":"JSONata","StartAt":"A","States":{
         "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Wait","Seconds":60,"End":true}}}\
        """;

    private final WireWorld world = new WireWorld();
    private final StatesClient client = new StatesClient(world);

    @AfterEach
    void close() {
        world.close();
        assertThat(world.failures).isEmpty();
    }

    @Test
    void executionIsStartedLookedAtAndStopped() {
        var machine = machine("m", "STANDARD", WAITING);
        var arn = call("StartExecution", "{'stateMachineArn':'@','name':'one','input':'{}'}", machine)
                .path("executionArn")
                .asText();
        world.agenda.settle();
        var described = call("DescribeExecution", "{'executionArn':'@'}", arn);
        assertThat(described.path("status").asText()).isEqualTo("RUNNING");
        assertThat(described.path("input").asText()).isEqualTo("{}");
        assertThat(described.path("startDate").asDouble())
                .isEqualTo(world.agenda.instant().toEpochMilli() / 1e3);
        call("StopExecution", "{'executionArn':'@','error':'Enough'}", arn);
        assertThat(call("DescribeExecution", "{'executionArn':'@'}", arn)
                        .path("error")
                        .asText())
                .isEqualTo("Enough");
        call("RedriveExecution", "{'executionArn':'@'}", arn);
        world.agenda.advance(Duration.ofMinutes(2));
        described = call("DescribeExecution", "{'executionArn':'@'}", arn);
        assertThat(described.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(described.path("redriveCount").asInt()).isEqualTo(1);
        assertThat(described.path("redriveStatus").asText()).isEqualTo("NOT_REDRIVABLE");
    }

    @Test
    void functionsSeeTheSameServiceThroughTheClientOfTheSdk() {
        var machine = machine("m", "STANDARD", WAITING);
        var states = new StepFunctions(world.workflows, world.agenda);
        SfnClient functions = new LocalStepFunctions((operation, request) ->
                states.call(operation, request, Caller.unrestricted()).orElseThrow());
        var arn = functions
                .startExecution(
                        start -> start.stateMachineArn(machine).name("one").input("{}"))
                .executionArn();
        // Asked again, as after a lost answer, it is the same run.
        assertThat(functions
                        .startExecution(start ->
                                start.stateMachineArn(machine).name("one").input("{}"))
                        .executionArn())
                .isEqualTo(arn);
        world.agenda.settle();
        assertThat(functions.describeExecution(describe -> describe.executionArn(arn)))
                .satisfies(run -> {
                    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
                    assertThat(run.startDate()).isEqualTo(world.agenda.instant());
                });
        functions.stopExecution(stop -> stop.executionArn(arn).error("Enough"));
        assertThat(functions
                        .describeExecution(describe -> describe.executionArn(arn))
                        .status())
                .isEqualTo(ExecutionStatus.ABORTED);
        assertThatThrownBy(() -> functions.startExecution(
                        start -> start.stateMachineArn(machine).name("one").input("{}")))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("ExecutionAlreadyExists"));
    }

    @Test
    void historyComesInPagesFromEitherEnd() {
        var machine = machine("m", "STANDARD", WAITING);
        var arn = call("StartExecution", "{'stateMachineArn':'@'}", machine)
                .path("executionArn")
                .asText();
        world.agenda.advance(Duration.ofMinutes(2));
        assertThat(pages(arn, "false")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(pages(arn, "true")).containsExactly("6", "5", "4", "3", "2", "1");
        call("GetExecutionHistory", "{'executionArn':'@','nextToken':'AAAA'}", arn);
        assertThat(client.status()).isEqualTo(400);
    }

    private List<String> pages(String arn, String newestFirst) {
        var ids = new ArrayList<String>();
        var token = "";
        do {
            var page = call(
                    "GetExecutionHistory",
                    "{'executionArn':'@','maxResults':4,'reverseOrder':@@}",
                    arn,
                    newestFirst,
                    token);
            page.path("events").forEach(event -> ids.add(event.path("id").asText()));
            token = page.has("nextToken")
                    ? ",'nextToken':'" + page.path("nextToken").asText() + "'"
                    : "";
        } while (!token.isEmpty());
        return ids;
    }

    @Test
    void listOfExecutionsIsPagedAndFiltered() {
        var machine = machine("m", "STANDARD", WAITING);
        for (int i = 0; i < 3; i++) {
            call("StartExecution", "{'stateMachineArn':'@'}", machine);
        }
        var first = call("ListExecutions", "{'stateMachineArn':'@','maxResults':2}", machine);
        assertThat(first.path("executions")).hasSize(2);
        var rest = call(
                "ListExecutions",
                "{'stateMachineArn':'@','maxResults':2,'nextToken':'@'}",
                machine,
                first.path("nextToken").asText());
        assertThat(rest.path("executions")).hasSize(1);
        assertThat(rest.has("nextToken")).isFalse();
        assertThat(call("ListExecutions", "{'stateMachineArn':'@','statusFilter':'SUCCEEDED'}", machine)
                        .path("executions"))
                .isEmpty();
    }

    @Test
    void expressExecutionIsAnsweredWithItsEndAndKeptByNobody() {
        var machine = machine(
                "e",
                "EXPRESS",
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{"
                        + "\"A\":{\"Type\":\"Pass\",\"Output\":\"{% $states.input.n + 1 %}\",\"End\":true}}}");
        var answer = call("StartSyncExecution", "{'stateMachineArn':'@','input':'{\\'n\\':1}'}", machine);
        assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(answer.path("output").asText()).isEqualTo("2");
        assertThat(answer.at("/billingDetails/billedDurationInMilliseconds").asInt())
                .isEqualTo(100);
        var refused = call(
                "DescribeExecution",
                "{'executionArn':'@'}",
                answer.path("executionArn").asText());
        assertThat(refused.path("__type").asText()).endsWith("#InvalidArn");
        assertThat(call("ListExecutions", "{'stateMachineArn':'@'}", machine)
                        .path("__type")
                        .asText())
                .endsWith("#StateMachineTypeNotSupported");
    }

    @Test
    void versionsAndAliasesArePublishedListedAndFollowed() {
        var machine = machine("m", "STANDARD", WAITING);
        var version = call("PublishStateMachineVersion", "{'stateMachineArn':'@'}", machine)
                .path("stateMachineVersionArn")
                .asText();
        assertThat(version).isEqualTo(machine + ":1");
        var alias = call(
                        "CreateStateMachineAlias",
                        "{'name':'live','routingConfiguration':[{'stateMachineVersionArn':'@','weight':100}]}",
                        version)
                .path("stateMachineAliasArn")
                .asText();
        assertThat(call("DescribeStateMachineAlias", "{'stateMachineAliasArn':'@'}", alias)
                        .at("/routingConfiguration/0/weight")
                        .asInt())
                .isEqualTo(100);
        assertThat(call("ListStateMachineAliases", "{'stateMachineArn':'@'}", machine)
                        .at("/stateMachineAliases/0/stateMachineAliasArn")
                        .asText())
                .isEqualTo(alias);
        assertThat(call("ListStateMachineVersions", "{'stateMachineArn':'@'}", machine)
                        .path("stateMachineVersions"))
                .hasSize(1);
        var arn = call("StartExecution", "{'stateMachineArn':'@'}", alias)
                .path("executionArn")
                .asText();
        assertThat(call("DescribeExecution", "{'executionArn':'@'}", arn)
                        .path("stateMachineVersionArn")
                        .asText())
                .isEqualTo(version);
    }

    @Test
    void singleStateIsTriedWithAMockAndADefinitionIsValidated() {
        var definition = Json.text(Json.object()
                .put("definition", """
                    {"QueryLanguage":"JSONata","Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                     "Arguments":{"FunctionName":"f"},"Output":"{% $states.result.Payload %}","Next":"B"}\
                    """)
                .put("inspectionLevel", "DEBUG")
                .set("mock", Json.object().put("result", "{\"Payload\":7}")));
        var answer = call("TestState", "@", definition);
        assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(answer.path("output").asText()).isEqualTo("7");
        assertThat(answer.path("nextState").asText()).isEqualTo("B");
        assertThat(answer.at("/inspectionData/afterArguments").asText()).isEqualTo("{\"FunctionName\":\"f\"}");
        assertThat(answer.at("/inspectionData/result").asText()).isEqualTo("{\"Payload\":7}");
        var doubtful = WAITING.replace("\"Seconds\":60", "\"Seconds\":\"{% $later %}\"");
        var valid = Json.object().put("definition", doubtful);
        assertThat(call("ValidateStateMachineDefinition", "@", Json.text(valid)))
                .isEqualTo(Json.read("{\"result\":\"OK\",\"diagnostics\":[],\"truncated\":false}"));
        var warned = call("ValidateStateMachineDefinition", "@", Json.text(valid.put("severity", "WARNING")));
        assertThat(warned.path("result").asText()).isEqualTo("OK");
        assertThat(warned.at("/diagnostics/0/code").asText()).isEqualTo("undefined-variable");
        var refused = call(
                "ValidateStateMachineDefinition",
                "@",
                Json.text(Json.object().put("definition", doubtful.replace("$later", "later"))));
        assertThat(refused).isEqualTo(Json.read("""
                {"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"UNSUPPORTED_JSONATA_EXPRESSION",
                 "message":"Reference to 'later' at the top level is not supported.","location":"/States/B/Seconds"}],"truncated":false}"""));
    }

    @Test
    void whatIsNotThereIsRefusedInAwssWords() {
        assertThat(call("DescribeExecution", "{'executionArn':'arn:aws:states:us-east-1:111111111111:execution:m:x'}")
                        .path("__type")
                        .asText())
                .endsWith("#ExecutionDoesNotExist");
        assertThat(call("CreateActivity", "{}").path("__type").asText()).endsWith("#UnknownOperationException");
        assertThat(client.status()).isEqualTo(400);
    }

    private String machine(String name, String type, String definition) {
        return client.machine(name, type, definition);
    }

    private JsonNode call(String operation, String body, String... values) {
        return client.call(operation, body, values);
    }
}
