package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Pages;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Reads requests, and writes what all responses have in common. */
final class Ask {
    private static final double MILLIS_A_SECOND = 1e3;

    private Ask() {}

    static String required(JsonNode request, String member) {
        return optional(request, member)
                .orElseThrow(() -> refusal("ValidationException", "The member " + member + " is required"));
    }

    static Optional<String> optional(JsonNode request, String member) {
        var value = request.path(member);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    static Pages.Part part(JsonNode request) {
        return new Pages.Part(request.path("maxResults").asInt(), optional(request, "nextToken"));
    }

    /** A page of a list as a response. */
    static <T> ObjectNode page(String member, Pages.Page<T> page, Function<T, JsonNode> item) {
        var response = Json.object();
        var list = response.putArray(member);
        page.items().forEach(each -> list.add(item.apply(each)));
        page.next().ifPresent(token -> response.put("nextToken", token));
        return response;
    }

    /** A moment as AWS's JSON protocol has it. */
    static double seconds(Instant moment) {
        return moment.toEpochMilli() / MILLIS_A_SECOND;
    }

    static AwsServiceException refusal(String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Sfn")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    /** What was found of that ARN. */
    static <T> T present(@Nullable T found, String arn) {
        if (found == null) {
            throw refusal("ResourceNotFound", "Resource not found: '" + arn + "'");
        }
        return found;
    }

    /** False if a request asks for what is known about a thing, without its data. */
    static boolean wantsData(JsonNode request) {
        return !request.path("includedData").asText().equals("METADATA_ONLY");
    }

    /** The ARN of a Standard execution: of Express ones the service keeps nothing to look at. */
    static String standard(JsonNode request) {
        var arn = required(request, "executionArn");
        if (arn.contains(":express:")) {
            throw refusal("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'");
        }
        return arn;
    }
}
