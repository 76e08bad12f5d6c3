package com.lifeverse.local.bus;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;

/** What EventBridge refuses, in its words. */
final class Refusals {
    private Refusals() {}

    static AwsServiceException of(String code, String message) {
        return EventBridgeException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("EventBridge")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    /** A member of a request that has to be there. */
    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw of(
                    "ValidationException",
                    "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                            .formatted(member));
        }
        return value;
    }
}
