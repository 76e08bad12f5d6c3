package com.lifeverse.local.function;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Why Lambda does not even start a function, in AWS's own names. */
final class FunctionRefusal {
    private FunctionRefusal() {}

    static AwsServiceException notFound(FunctionId function) {
        return refusal("ResourceNotFoundException", 404, "Function not found: " + function.arn());
    }

    static AwsServiceException throttled() {
        return refusal("TooManyRequestsException", 429, "Rate Exceeded.");
    }

    static AwsServiceException notJson(String what) {
        return refusal("InvalidRequestContentException", 400, "Could not parse request body into json: " + what);
    }

    static AwsServiceException tooLarge(int limit, String operation) {
        return refusal(
                "RequestTooLargeException",
                413,
                "Request must be smaller than %d bytes for the %s operation".formatted(limit, operation));
    }

    static AwsServiceException invalid(String why) {
        return refusal("InvalidParameterValueException", 400, why);
    }

    static AwsServiceException conflict(String why) {
        return refusal("ResourceConflictException", 409, why);
    }

    static AwsServiceException notProvisioned() {
        return refusal(
                "ProvisionedConcurrencyConfigNotFoundException",
                404,
                "No Provisioned Concurrency Config found for this function");
    }

    private static AwsServiceException refusal(String code, int status, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Lambda")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
