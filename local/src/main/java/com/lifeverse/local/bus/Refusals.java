package com.lifeverse.local.bus;

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
}
