package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;

/** Refusals of patterns as EventBridge words them, where it words them otherwise than the matcher that it publishes. */
final class PatternFaults {
    private PatternFaults() {}

    static InvalidEventPatternException invalid(String pattern, Exception cause) {
        return refused(reason(pattern, String.valueOf(cause.getMessage())), cause);
    }

    static InvalidEventPatternException tooComplex() {
        return refused(
                "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a"
                        + " wildcard character",
                null);
    }

    private static String reason(String pattern, String said) {
        boolean nested =
                Json.parse(pattern).filter(PatternFaults::hasNestedObject).isPresent();
        if (nested && said.startsWith("prefix/suffix match pattern must be a string")) {
            return "Value of anything-but must be an array or single string/number value.";
        }
        return said.replace("anything-but/ignore-case", "anything-but/equals-ignore-case")
                .replace("Unsupported anything-but pattern: wildcard", "wildcard match pattern must be a string");
    }

    /** True if an anything-but holds an object in which there is another one. */
    private static boolean hasNestedObject(JsonNode node) {
        for (var inner : node.path("anything-but")) {
            if (inner.isObject()) {
                return true;
            }
        }
        for (var inner : node) {
            if (hasNestedObject(inner)) {
                return true;
            }
        }
        return false;
    }

    private static InvalidEventPatternException refused(String reason, @Nullable Exception cause) {
        var message = "Event pattern is not valid. Reason: " + reason;
        return InvalidEventPatternException.builder()
                .message(message)
                .statusCode(400)
                .cause(cause)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("EventBridge")
                        .errorCode("InvalidEventPatternException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
