package com.lifeverse.local.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What all of Scheduler's operations refuse in the same words, and lists that are handed out in pages. */
final class SchedulerRefusals {
    private static final String NAME = "^[0-9a-zA-Z-_.]+$";
    private static final int LONGEST_NAME = 64;
    private static final int MOST_RESULTS = 100;

    private SchedulerRefusals() {}

    static void requireName(String member, String name) {
        if (name.length() > LONGEST_NAME) {
            throw constraint(name, member, "Member must have length less than or equal to 64");
        }
        if (!name.matches(NAME)) {
            throw constraint(name, member, "Member must satisfy regular expression pattern: " + NAME);
        }
    }

    static void requireBetween(String member, long value, long least, long most) {
        if (value < least || value > most) {
            var rule = value < least ? "greater than or equal to " + least : "less than or equal to " + most;
            throw constraint(Long.toString(value), member, "Member must have value " + rule);
        }
    }

    static AwsServiceException constraint(String value, String member, String constraint) {
        return refused(
                400,
                "ValidationException",
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                        .formatted(value, member, constraint));
    }

    /** One page of {@code all} as a response; its token says how many came before. */
    static ObjectNode page(JsonNode request, String member, List<ObjectNode> all) {
        int most = request.path("MaxResults").asInt(MOST_RESULTS);
        requireBetween("maxResults", most, 1, MOST_RESULTS);
        int from = request.has("NextToken") ? decoded(request.path("NextToken").asText()) : 0;
        int to = Math.min(all.size(), from + most);
        var response = Json.object();
        var list = response.putArray(member);
        all.subList(Math.min(from, to), to).forEach(list::add);
        if (to < all.size()) {
            var token = Integer.toString(to).getBytes(StandardCharsets.UTF_8);
            response.put("NextToken", Base64.getUrlEncoder().encodeToString(token));
        }
        return response;
    }

    private static int decoded(String token) {
        try {
            return Integer.parseUnsignedInt(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw refused(400, "ValidationException", "Invalid NextToken " + token + ".", e);
        }
    }

    static AwsServiceException refused(int status, String code, String message) {
        return refused(status, code, message, null);
    }

    static AwsServiceException refused(int status, String code, String message, @Nullable Throwable cause) {
        return AwsServiceException.builder()
                .message(message)
                .cause(cause)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Scheduler")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
