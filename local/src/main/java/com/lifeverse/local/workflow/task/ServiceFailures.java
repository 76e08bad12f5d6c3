package com.lifeverse.local.workflow.task;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Names what a service refuses, as an optimised integration names it. */
public final class ServiceFailures {
    private ServiceFailures() {}

    /** The failure that a refusal of {@code service} is. */
    public static TaskFailure of(String service, AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "ServiceException" : details.errorCode();
        var name = code.substring(code.lastIndexOf('.') + 1);
        var message = details == null ? e.getMessage() : details.errorMessage();
        return new TaskFailure(
                service + "." + (name.endsWith("Exception") ? name : name + "Exception"),
                "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, service, e.statusCode(), code, e.requestId()));
    }
}
