package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * {@code arn:aws:states:::lambda:invoke}, and functions named directly as a resource. A function's own error becomes the
 * task's error by its type, with the whole error as its cause; what Lambda itself refuses is named {@code Lambda.*}.
 */
public final class InvokeFunction implements TaskIntegration {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String SDK = "arn:aws:states:::aws-sdk:lambda:invoke";

    /** What Lambda's client knows by name; all else it calls AWSLambdaException. */
    private static final Set<String> NAMED = Set.of(
            "InvalidParameterValueException",
            "InvalidRequestContentException",
            "RequestTooLargeException",
            "ResourceConflictException",
            "ResourceNotFoundException",
            "ResourceNotReadyException",
            "ServiceException",
            "TooManyRequestsException");

    private final Functions functions;
    private final InstantSource clock;
    private final Chance chance;

    public InvokeFunction(Functions functions, InstantSource clock, Chance chance) {
        this.functions = functions;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public boolean serves(String resource) {
        return resource.equals(INVOKE) || resource.equals(SDK) || resource.startsWith("arn:aws:lambda:");
    }

    @Override
    public JsonNode perform(Call call) {
        if (call.resource().equals(SDK)) {
            return plain(call);
        }
        return call.resource().equals(INVOKE)
                ? response(invoke(call, arn(call.arguments()), payload(call.arguments())))
                : payloadOf(invoke(call, call.resource(), Json.text(call.arguments())));
    }

    /** As the SDK has it: the answer is a text, and a function's own error is an answer like another. */
    private JsonNode plain(Call call) {
        var given = call.arguments().path("Payload");
        try {
            var answer = functions.invoke(
                    call.caller(),
                    arn(call.arguments()),
                    given.isTextual() ? given.textValue() : payload(call.arguments()));
            var response = Json.object()
                    .put("ExecutedVersion", "$LATEST")
                    .put("Payload", answer.payload())
                    .put("StatusCode", 200);
            answer.functionError().ifPresent(error -> response.put("FunctionError", error));
            return response;
        } catch (AwsServiceException e) {
            throw ServiceFailures.ofSdk("Lambda", e);
        }
    }

    private static String arn(JsonNode arguments) {
        var name = arguments.path("FunctionName").asText();
        var qualifier = arguments.path("Qualifier").asText("");
        var arn = name.startsWith("arn:") ? name : Cloud.arn("lambda", "function:" + name);
        return qualifier.isEmpty() ? arn : arn + ":" + qualifier;
    }

    private static String payload(JsonNode arguments) {
        return arguments.has("Payload") ? Json.text(arguments.get("Payload")) : "{}";
    }

    private String invoke(Call call, String arn, String payload) {
        Functions.Answer answer;
        try {
            answer = functions.invoke(call.caller(), arn, payload);
        } catch (AwsServiceException e) {
            throw refused(e);
        }
        if (answer.functionError().isPresent()) {
            var type = payloadOf(answer.payload()).path("errorType").asText("Lambda.Unknown");
            throw new TaskFailure(type, answer.payload());
        }
        return answer.payload();
    }

    private static TaskFailure refused(AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "Unknown" : details.errorCode();
        var message = details == null ? e.getMessage() : details.errorMessage();
        return new TaskFailure(
                "Lambda." + (NAMED.contains(code) ? code : "AWSLambdaException"),
                "%s (Service: AWSLambda; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, e.statusCode(), code, e.requestId()));
    }

    private JsonNode response(String payload) {
        var response = Json.object().put("ExecutedVersion", "$LATEST");
        response.set("Payload", payloadOf(payload));
        int length = payload.getBytes(StandardCharsets.UTF_8).length;
        response.setAll(
                SdkResponse.metadata(chance, clock.instant(), length, Map.of("X-Amz-Executed-Version", "$LATEST")));
        return response.put("StatusCode", 200);
    }

    private static JsonNode payloadOf(String text) {
        return Json.read(text.isBlank() ? "null" : text);
    }
}
