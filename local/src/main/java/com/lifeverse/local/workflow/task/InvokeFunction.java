package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * {@code arn:aws:states:::lambda:invoke}, and functions named directly as a resource. A function's own error becomes the
 * task's error by its type, with the whole error as its cause; what Lambda itself refuses is named {@code Lambda.*}.
 */
public final class InvokeFunction implements TaskIntegration {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final int DONE = 200;
    private static final int ACCEPTED = 202;
    private static final String SDK = "arn:aws:states:::aws-sdk:lambda:invoke";

    private final Functions functions;
    private final Endpoints endpoints;
    private final InstantSource clock;
    private final Chance chance;

    public InvokeFunction(Functions functions, Endpoints endpoints, InstantSource clock, Chance chance) {
        this.functions = functions;
        this.endpoints = endpoints;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public boolean serves(String resource) {
        return resource.equals(INVOKE) || resource.equals(SDK) || resource.startsWith("arn:aws:lambda:");
    }

    @Override
    public JsonNode perform(Call call) {
        if (call.arguments().path("InvocationType").asText().equals("Event")
                && !call.resource().startsWith("arn:aws:lambda:")) {
            return handedOver(call);
        }
        if (call.resource().equals(SDK)) {
            return plain(call);
        }
        return call.resource().equals(INVOKE)
                ? response(invoke(call, arn(call.arguments()), payload(call.arguments())))
                : payloadOf(invoke(call, call.resource(), Json.text(call.arguments())));
    }

    /** The function runs later, and nobody waits for it. */
    private JsonNode handedOver(Call call) {
        boolean sdk = call.resource().equals(SDK);
        var arn = arn(call.arguments());
        try {
            call.once().keep(() -> {
                endpoints.find(arn).orElseThrow(() -> notFound(arn)).accept(call.caller(), payload(call.arguments()));
                return Json.object();
            });
        } catch (AwsServiceException e) {
            throw sdk ? ServiceFailures.ofSdk("Lambda", e) : OldClient.LAMBDA.failure(e);
        }
        var response = Json.object().put("Payload", "");
        if (!sdk) {
            response.setAll(SdkResponse.metadata(chance, clock.instant(), 0, ACCEPTED, Map.of()));
        }
        return response.put("StatusCode", ACCEPTED);
    }

    private static AwsServiceException notFound(String arn) {
        var message = "Function not found: " + arn;
        return AwsServiceException.builder()
                .message(message)
                .statusCode(404)
                .requestId("local")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Lambda")
                        .errorCode("ResourceNotFoundException")
                        .errorMessage(message)
                        .build())
                .build();
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
                    .put("StatusCode", DONE);
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
            throw OldClient.LAMBDA.failure(e);
        }
        if (answer.functionError().isPresent()) {
            var type = payloadOf(answer.payload()).path("errorType").asText("Lambda.Unknown");
            throw new TaskFailure(type, answer.payload());
        }
        return answer.payload();
    }

    private JsonNode response(String payload) {
        var response = Json.object().put("ExecutedVersion", "$LATEST");
        response.set("Payload", payloadOf(payload));
        int length = payload.getBytes(StandardCharsets.UTF_8).length;
        response.setAll(SdkResponse.metadata(
                chance, clock.instant(), length, DONE, Map.of("X-Amz-Executed-Version", "$LATEST")));
        return response.put("StatusCode", DONE);
    }

    private static JsonNode payloadOf(String text) {
        return Json.read(text.isBlank() ? "null" : text);
    }
}
