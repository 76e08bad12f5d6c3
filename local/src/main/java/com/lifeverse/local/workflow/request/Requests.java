package com.lifeverse.local.workflow.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.request.Shape.Anything;
import com.lifeverse.local.workflow.request.Shape.Fields;
import com.lifeverse.local.workflow.request.Shape.Kind;
import com.lifeverse.local.workflow.request.Shape.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The arguments that each resource of a task takes, read off the SDK's own requests. What the SDK here does not know, such
 * as the operations of Step Functions itself, is written out.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">the supported fields of optimised
 *     integrations</a>
 */
public final class Requests {
    private static final String OPTIMISED = "arn:aws:states:::";
    private static final String SDK = OPTIMISED + "aws-sdk:";
    private static final String MODELS = "software.amazon.awssdk.services.";
    private static final Map<String, Optional<Fields>> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> WORKFLOWS = Map.ofEntries(
            Map.entry("startExecution", List.of("StateMachineArn", "Input", "Name", "TraceHeader")),
            Map.entry("stopExecution", List.of("ExecutionArn", "Cause", "Error")),
            Map.entry("redriveExecution", List.of("ExecutionArn", "ClientToken")),
            Map.entry("describeExecution", List.of("ExecutionArn", "IncludedData")),
            Map.entry("describeStateMachine", List.of("StateMachineArn", "IncludedData")),
            Map.entry("sendTaskSuccess", List.of("TaskToken", "Output")),
            Map.entry("sendTaskFailure", List.of("TaskToken", "Cause", "Error")),
            Map.entry("sendTaskHeartbeat", List.of("TaskToken")));
    private static final Set<String> TABLES = Set.of("getItem", "putItem", "updateItem", "deleteItem");

    private Requests() {}

    /** What is wrong with the arguments of a task with that resource, its pattern included. */
    public static List<String> faults(String resource, JsonNode arguments) {
        return faults(resource, arguments, _ -> false);
    }

    /**
     * What is wrong with arguments as far as they are known.
     *
     * @param unknown true for a value that is not known yet
     */
    public static List<String> faults(String resource, JsonNode arguments, Predicate<JsonNode> unknown) {
        return KNOWN.computeIfAbsent(resource.replaceFirst("\\.(sync(:2)?|waitForTaskToken)$", ""), Requests::fields)
                .map(fields -> Faults.of(fields, arguments, unknown))
                .orElse(List.of());
    }

    private static Optional<Fields> fields(String resource) {
        if (resource.startsWith(SDK)) {
            var parts = resource.substring(SDK.length()).split(":", -1);
            return parts.length == 2 ? sdk(parts[0], parts[1]) : Optional.empty();
        }
        return resource.startsWith(OPTIMISED) ? optimised(resource.substring(OPTIMISED.length())) : Optional.empty();
    }

    private static Optional<Fields> optimised(String action) {
        return switch (action) {
            case "lambda:invoke" ->
                Optional.of(held("lambda", "invoke")
                        .only(Set.of("FunctionName", "ClientContext", "InvocationType", "Payload", "Qualifier"))
                        .requiring(Set.of("FunctionName")));
            case "sqs:sendMessage" ->
                Optional.of(
                        held("sqs", "sendMessage").free(Set.of("MessageBody")).requiring(Set.of("QueueUrl")));
            case "events:putEvents" ->
                request("eventbridge", "putEvents")
                        .map(fields -> fields.only(Set.of("Entries")).requiring(Set.of("Entries")))
                        .map(Requests::detailed);
            case "states:startExecution" ->
                Optional.of(workflow("startExecution").free(Set.of("Input")).requiring(Set.of("StateMachineArn")));
            default ->
                action.startsWith("dynamodb:") && TABLES.contains(action.substring("dynamodb:".length()))
                        ? sdk("dynamodb", action.substring("dynamodb:".length()))
                        : Optional.empty();
        };
    }

    private static Optional<Fields> sdk(String service, String operation) {
        if (service.equals("sfn")) {
            return WORKFLOWS.containsKey(operation) ? Optional.of(workflow(operation)) : Optional.empty();
        }
        var needed = switch (service + ":" + operation) {
            case "dynamodb:putItem" -> Set.of("TableName", "Item");
            case "dynamodb:getItem", "dynamodb:updateItem", "dynamodb:deleteItem" -> Set.of("TableName", "Key");
            case "lambda:invoke" -> Set.of("FunctionName");
            case "sqs:sendMessage" -> Set.of("QueueUrl", "MessageBody");
            case "eventbridge:putEvents" -> Set.of("Entries");
            case "s3:getObject", "s3:putObject", "s3:headObject", "s3:deleteObject" -> Set.of("Bucket", "Key");
            case "s3:listObjectsV2" -> Set.of("Bucket");
            case "scheduler:createSchedule", "scheduler:updateSchedule" ->
                Set.of("Name", "ScheduleExpression", "FlexibleTimeWindow", "Target");
            case "scheduler:getSchedule", "scheduler:deleteSchedule" -> Set.of("Name");
            case "secretsmanager:getSecretValue" -> Set.of("SecretId");
            default -> Set.<String>of();
        };
        return needed.isEmpty()
                ? request(service, operation)
                : Optional.of(held(service, operation).requiring(needed));
    }

    /** Of an operation that is held; that its request is missing must not look as if all arguments were fine. */
    private static Fields held(String service, String operation) {
        return request(service, operation)
                .orElseThrow(() -> new IllegalStateException(
                        "The SDK's request of %s:%s is missing".formatted(service, operation)));
    }

    /** The SDK sends what an object holds apart from its request. */
    private static Optional<Fields> request(String service, String operation) {
        var name =
                operation.isEmpty() ? "" : operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
        try {
            var builder = Class.forName(MODELS + service + ".model." + name + "Request")
                    .getMethod("builder")
                    .invoke(null);
            var fields = Shape.of((SdkPojo) builder);
            return Optional.of(
                    service.equals("s3") && operation.equals("putObject") ? fields.free(Set.of("Body")) : fields);
        } catch (ReflectiveOperationException e) {
            // A service or an operation that the SDK here has no request for: nothing is known of its arguments.
            return Optional.empty();
        }
    }

    /** A detail may be given as the object that its text would say. */
    private static Fields detailed(Fields request) {
        return new Fields(
                () -> {
                    var fields = new LinkedHashMap<>(request.known().get());
                    fields.computeIfPresent(
                            "Entries",
                            (_, shape) -> shape instanceof Shape.Many(Fields entry)
                                    ? new Shape.Many(entry.free(Set.of("Detail")))
                                    : shape);
                    return fields;
                },
                request.required());
    }

    private static Fields workflow(String operation) {
        var names = WORKFLOWS.getOrDefault(operation, List.of());
        return new Fields(
                () -> {
                    var fields = new LinkedHashMap<String, Shape>();
                    names.forEach(name -> fields.put(
                            name, Set.of("Input", "Output").contains(name) ? new Anything() : new Scalar(Kind.STRING)));
                    return fields;
                },
                Set.of(names.getFirst()));
    }
}
