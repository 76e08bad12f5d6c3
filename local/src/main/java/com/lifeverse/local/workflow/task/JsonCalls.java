package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * {@code arn:aws:states:::aws-sdk:sfn:*}: workflows that start, stop and look at others, and hand tokens back. The SDK
 * integration writes members with a capital and moments as text, the service itself with small letters and as seconds.
 */
public final class JsonCalls implements TaskIntegration {
    private static final String PREFIX = "arn:aws:states:::aws-sdk:sfn:";
    private static final double MILLIS_A_SECOND = 1e3;
    private static final Set<String> HELD = Set.of(
            "startExecution",
            "stopExecution",
            "redriveExecution",
            "describeExecution",
            "listExecutions",
            "getExecutionHistory",
            "describeStateMachine",
            "listStateMachines",
            "sendTaskSuccess",
            "sendTaskFailure",
            "sendTaskHeartbeat");

    private final Operation service;
    private final Crossings crossings;

    /** Performs an operation, named with a capital, in the service's own members. */
    @FunctionalInterface
    public interface Operation {
        JsonNode call(Caller caller, String operation, JsonNode request);
    }

    public JsonCalls(Operation service, Crossings crossings) {
        this.service = service;
        this.crossings = crossings;
    }

    @Override
    public boolean serves(String resource) {
        return resource.startsWith(PREFIX) && HELD.contains(resource.substring(PREFIX.length()));
    }

    @Override
    public JsonNode perform(Call call) {
        var operation = call.resource().substring(PREFIX.length());
        var request = members(call.arguments(), JsonCalls::small);
        try {
            var answer = crossings.cross(
                    new Crossing(Crossing.Kind.TASK, "workflow", "states", "states:" + operation, request),
                    () -> call.once().keep(operation, () -> service.call(call.caller(), capital(operation), request)));
            return members(answer, JsonCalls::capital);
        } catch (AwsServiceException e) {
            throw ServiceFailures.ofSdk("Sfn", e);
        }
    }

    private static JsonNode members(JsonNode node, UnaryOperator<String> named) {
        return switch (node) {
            case ObjectNode object -> {
                var result = Json.object();
                object.properties().forEach(member -> {
                    var value = member.getValue();
                    boolean moment =
                            member.getKey().endsWith("Date") || member.getKey().equals("timestamp");
                    if (moment && value.isNumber()) {
                        result.put(
                                named.apply(member.getKey()),
                                Instant.ofEpochMilli(Math.round(value.doubleValue() * MILLIS_A_SECOND))
                                        .toString());
                    } else {
                        result.set(named.apply(member.getKey()), members(value, named));
                    }
                });
                yield result;
            }
            case ArrayNode list -> {
                var result = Json.array();
                list.forEach(item -> result.add(members(item, named)));
                yield result;
            }
            default -> node;
        };
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String small(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
