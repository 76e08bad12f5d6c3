package com.lifeverse.local.simulate.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;

/** What tasks ask of services. Each call carries a key, which names the task, and an attempt, which names the try. */
final class Calls {
    static final String REFUSED = "Refused";
    static final String FLAKY = "Flaky";
    static final String FALLEN = "Fallen";
    static final int FLAKY_DELAY = 4;
    /** In the table, the item that the gates wait for. */
    static final String GATE = "gate";

    private static final String ATTEMPT =
            "'a' & $string($states.context.Execution.RedriveCount) & '_' & $string($states.context.State.RetryCount)";

    private Calls() {}

    static ObjectNode effect(String name, Part.Place place) {
        return switch (place) {
            case TABLE -> counted(name, "");
            case QUEUE -> call("arn:aws:states:::sqs:sendMessage", """
                        {"QueueUrl": "${Queue}", "MessageBody": {"kind": "effect", "key": "{% KEY %}", "attempt": "{% ATTEMPT %}"}}""", name);
            case BUS -> call("arn:aws:states:::events:putEvents", """
                        {"Entries": [{"EventBusName": "default", "Source": "flows", "DetailType": "effect",
                          "Detail": {"key": "{% KEY %}", "attempt": "{% ATTEMPT %}"}}]}""", name);
            case FUNCTION ->
                call(
                        "arn:aws:states:::lambda:invoke",
                        "{\"FunctionName\": \"${Function}\", \"Payload\": " + grant() + "}",
                        name);
            case FUNCTION_BY_ARN -> call("${FunctionArn}", grant(), name);
        };
    }

    /** What the table's service refuses always. */
    static ObjectNode never(String name) {
        return counted(name, ", \"ConditionExpression\": \"attribute_exists(nothing)\"");
    }

    /** An effect that the table refuses as long as the gate is not open. */
    static ObjectNode gated(String name) {
        return call("arn:aws:states:::aws-sdk:dynamodb:transactWriteItems", """
                {"TransactItems": [
                  {"ConditionCheck": {"TableName": "${Table}", "Key": {"playerId": {"S": "gate"}, "sk": {"S": "gate"}},
                    "ConditionExpression": "attribute_exists(sk)"}},
                  {"Update": UPDATE}]}""".replace("UPDATE", update("")), name);
    }

    static ObjectNode ask(Part.Asked asked) {
        return call(
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                """
                {"QueueUrl": "${Queue}", "MessageBody": {"kind": "ask", "key": "{%% KEY %%}", "attempt": "{%% ATTEMPT %%}",
                 "token": "{%% $states.context.Task.Token %%}", "try": "{%% $states.context.State.RetryCount %%}",
                 "silent": %d, "failures": %d, "beats": %d, "refused": %b}}""".formatted(asked.silent(), asked.failures(), asked.beats(), asked.refused()),
                asked.name());
    }

    static ObjectNode child(Part.Child child) {
        return call(
                "arn:aws:states:::states:startExecution.sync" + (child.parsed() ? ":2" : ""),
                """
                {"StateMachineArn": "${%s}", "Input": {"path": "{%% KEY & ':' & ATTEMPT %%}", "trail": ""}}""".formatted(child.fails() ? "Vain" : "Errand"),
                child.name());
    }

    private static ObjectNode counted(String name, String condition) {
        return call("arn:aws:states:::dynamodb:updateItem", update(condition), name);
    }

    private static String update(String condition) {
        return """
                {"TableName": "${Table}", "Key": {"playerId": {"S": "{% KEY %}"}, "sk": {"S": "effect"}},
                 "UpdateExpression": "ADD #a :one", "ExpressionAttributeNames": {"#a": "{% ATTEMPT %}"},
                 "ExpressionAttributeValues": {":one": {"N": "1"}}CONDITION}""".replace("CONDITION", condition);
    }

    private static String grant() {
        return """
                {"source": "flows/effect", "occurrence": "{% KEY %}", "tier": 1, "item": "coins", "amount": 1,
                 "playerId": "ply_00000000-0000-7000-8000-000000000000",
                 "cause": {"id": "{% KEY & '#' & ATTEMPT %}", "correlationId": "flows", "causation": [], "hops": 0}}""";
    }

    private static ObjectNode call(String resource, String arguments, String name) {
        var call = Json.object().put("Resource", resource);
        call.set(
                "Arguments",
                Json.read(arguments
                        .replace("KEY", "$states.input.path & ':" + name + "'")
                        .replace("ATTEMPT", ATTEMPT)));
        return call;
    }
}
