package com.lifeverse.local.workflow.task;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Names what a service refuses, as integrations name it. */
public final class ServiceFailures {
    private ServiceFailures() {}

    /** As an optimised integration names it. */
    public static TaskFailure of(String service, AwsServiceException e) {
        return new TaskFailure(
                service + "." + exception(e),
                "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message(e), service, e.statusCode(), code(e), e.requestId()));
    }

    /** As the SDK's own words have it. */
    static TaskFailure ofSdk(String service, AwsServiceException e) {
        return new TaskFailure(
                service + "." + exception(e),
                "%s (Service: %s, Status Code: %d, Request ID: %s)"
                        .formatted(message(e), service, e.statusCode(), e.requestId()));
    }

    private static String exception(AwsServiceException e) {
        var name = code(e).substring(code(e).lastIndexOf('.') + 1);
        return name.endsWith("Exception") ? name : name + "Exception";
    }

    private static String code(AwsServiceException e) {
        var details = e.awsErrorDetails();
        return details == null ? "ServiceException" : details.errorCode();
    }

    private static String message(AwsServiceException e) {
        var details = e.awsErrorDetails();
        return String.valueOf(details == null ? e.getMessage() : details.errorMessage());
    }
}
