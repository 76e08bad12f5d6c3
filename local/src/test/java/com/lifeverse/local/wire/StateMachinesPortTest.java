package com.lifeverse.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** State machines, their versions and aliases as the clients of Step Functions see them. */
@Tag("adapters")
class StateMachinesPortTest {
    private static final String PASS =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String ALIAS =
            "{'name':'@','routingConfiguration':[{'stateMachineVersionArn':'@','weight':100}]}";

    private static final String NOBODY = "arn:aws:iam::111111111111:role/nobody";

    private final WireWorld world = new WireWorld();
    private final StatesClient client = new StatesClient(world);

    @AfterEach
    void close() {
        world.close();
        assertThat(world.failures).isEmpty();
    }

    @Test
    void machineIsMadeOnceAndKeepsItsDate() {
        var arn = client.machine("m", "STANDARD", PASS);
        var made = describe(arn).path("creationDate").asDouble();
        world.agenda.advance(Duration.ofHours(1));
        assertThat(client.machine("m", "STANDARD", PASS)).isEqualTo(arn);
        client.call("UpdateStateMachine", "{'stateMachineArn':'@','roleArn':'arn:aws:iam::111111111111:role/m'}", arn);
        assertThat(describe(arn).path("creationDate").asDouble()).isEqualTo(made);
        client.machine("m", "EXPRESS", PASS);
        assertThat(client.status()).isEqualTo(400);
        client.machine("m", "STANDARD", PASS.replace("\"A\"", "\"B\""));
        assertThat(client.status()).isEqualTo(400);
        assertThat(describe(arn).path("type").asText()).isEqualTo("STANDARD");
        assertThat(type(client.call("UpdateStateMachine", "{'stateMachineArn':'@'}", arn)))
                .isEqualTo("MissingRequiredParameter");
    }

    @Test
    void versionAndAliasKeepWhatTheyWereMadeAs() {
        var machine = client.machine("m", "STANDARD", PASS);
        var version = publish(machine);
        var first = alias("live", version);
        world.agenda.advance(Duration.ofHours(1));
        assertThat(client.call("PublishStateMachineVersion", "{'stateMachineArn':'@'}", machine)
                        .path("creationDate")
                        .asDouble())
                .isEqualTo(first.path("creationDate").asDouble());
        assertThat(alias("live", version)).isEqualTo(first);
        client.call(
                "UpdateStateMachine",
                "{'stateMachineArn':'@','roleArn':'arn:aws:iam::111111111111:role/other'}",
                machine);
        assertThat(type(alias("live", publish(machine)))).isEqualTo("ConflictException");
        assertThat(type(alias("123", version))).isEqualTo("ValidationException");
        assertThat(type(client.call(
                        "UpdateStateMachineAlias",
                        "{'stateMachineAliasArn':'@:none','routingConfiguration':[{'stateMachineVersionArn':'@','weight':100}]}",
                        machine,
                        version)))
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void executionsAreListedByWhatStartedThem() {
        var machine = client.machine("m", "STANDARD", PASS);
        var version = publish(machine);
        var alias = alias("live", version).path("stateMachineAliasArn").asText();
        client.call("StartExecution", "{'stateMachineArn':'@'}", machine);
        client.call("StartExecution", "{'stateMachineArn':'@'}", version);
        client.call("StartExecution", "{'stateMachineArn':'@'}", alias);
        assertThat(executions(machine)).isEqualTo(3);
        assertThat(executions(version)).isEqualTo(2);
        assertThat(executions(alias)).isEqualTo(1);
        assertThat(type(client.call("ListExecutions", "{'stateMachineArn':'@','statusFilter':'XX'}", machine)))
                .isEqualTo("ValidationException");
    }

    @Test
    void historyComesWithoutItsDataIfNobodyWantsIt() {
        var machine = client.machine("m", "STANDARD", PASS);
        var arn = client.call("StartExecution", "{'stateMachineArn':'@','input':'{}'}", machine)
                .path("executionArn")
                .asText();
        world.agenda.settle();
        var history = client.call("GetExecutionHistory", "{'executionArn':'@','includeExecutionData':false}", arn);
        assertThat(history.findValues("input")).isEmpty();
        assertThat(history.findValues("output")).isEmpty();
        assertThat(history.at("/events/1/stateEnteredEventDetails/name").asText())
                .isEqualTo("A");
        assertThat(client.call("DescribeExecution", "{'executionArn':'@'}", arn)
                        .path("redriveStatusReason")
                        .asText())
                .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void machineNeedsARoleThatStepFunctionsMayTakeOn() {
        var arn = client.machine("m", "STANDARD", PASS);
        var refusal = client.call("UpdateStateMachine", "{'stateMachineArn':'@','roleArn':'@'}", arn, NOBODY);
        assertThat(type(refusal)).isEqualTo("AccessDeniedException");
        assertThat(refusal.path("Message").asText())
                .isEqualTo("Neither the global service principal states.amazonaws.com, nor the regional one is"
                        + " authorized to assume the provided role.");
        assertThat(describe(arn).path("roleArn").asText()).isNotEqualTo(NOBODY);
    }

    @Test
    void nothingButWhatIsKnownAboutItComesIfThatIsAskedFor() {
        var machine = client.machine("m", "STANDARD", PASS);
        var arn = client.call("StartExecution", "{'stateMachineArn':'@'}", machine)
                .path("executionArn")
                .asText();
        world.agenda.settle();
        var told = client.call("DescribeExecution", "{'executionArn':'@','includedData':'METADATA_ONLY'}", arn);
        assertThat(told.has("input") || told.has("output")).isFalse();
        assertThat(told.at("/outputDetails/included").asBoolean(true)).isFalse();
        var definition = "{'stateMachineArn':'@','includedData':'METADATA_ONLY'}";
        assertThat(client.call("DescribeStateMachine", definition, machine)
                        .path("definition")
                        .asText())
                .isEqualTo("{}");
        var express = client.machine("e", "EXPRESS", PASS);
        told = client.call("StartSyncExecution", definition, express);
        assertThat(told.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(told.has("input") || told.has("output")).isFalse();
    }

    @Test
    void machinesVersionsAndAliasesAreDeleted() {
        var machine = client.machine("m", "STANDARD", PASS);
        var version = publish(machine);
        var alias = alias("live", version).path("stateMachineAliasArn").asText();
        assertThat(type(client.call("DeleteStateMachineVersion", "{'stateMachineVersionArn':'@'}", version)))
                .isEqualTo("ConflictException");
        client.call("DeleteStateMachineAlias", "{'stateMachineAliasArn':'@'}", alias);
        assertThat(type(client.call("DeleteStateMachineAlias", "{'stateMachineAliasArn':'@'}", alias)))
                .isEqualTo("ResourceNotFound");
        client.call("DeleteStateMachineVersion", "{'stateMachineVersionArn':'@'}", version);
        assertThat(publish(machine)).isEqualTo(machine + ":2");
        client.call("DeleteStateMachine", "{'stateMachineArn':'@'}", machine);
        assertThat(type(describe(machine))).isEqualTo("StateMachineDoesNotExist");
        assertThat(type(describe(machine + ":2"))).isEqualTo("StateMachineDoesNotExist");
        client.call("DeleteStateMachine", "{'stateMachineArn':'@'}", machine);
        assertThat(client.status()).isEqualTo(200);
    }

    @Test
    void operationThatIsNotHeldIsRefusedByItsName() {
        var refusal = client.call("CreateActivity", "{}");
        assertThat(type(refusal)).isEqualTo("UnknownOperationException");
        assertThat(refusal.path("message").asText()).isEqualTo("CreateActivity is not held locally");
    }

    private JsonNode describe(String arn) {
        return client.call("DescribeStateMachine", "{'stateMachineArn':'@'}", arn);
    }

    private String publish(String machine) {
        return client.call("PublishStateMachineVersion", "{'stateMachineArn':'@'}", machine)
                .path("stateMachineVersionArn")
                .asText();
    }

    private JsonNode alias(String name, String version) {
        return client.call("CreateStateMachineAlias", ALIAS, name, version);
    }

    private int executions(String arn) {
        return client.call("ListExecutions", "{'stateMachineArn':'@'}", arn)
                .path("executions")
                .size();
    }

    private static String type(JsonNode refusal) {
        return refusal.path("__type").asText().replaceFirst(".*#", "");
    }
}
