package com.lifeverse.local.workflow.task;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Names what a service refuses, as the integrations by the SDK name it. */
final class ServiceFailures {
    private ServiceFailures() {}

    /** As the SDK's own words have it. */
    static TaskFailure ofSdk(String service, AwsServiceException e) {
        return new TaskFailure(
                service + "." + exception(e),
                "%s (Service: %s, Status Code: %d, Request ID: %s)"
                        .formatted(message(e), service, e.statusCode(), e.requestId()));
    }

    /** The class that the SDK has for it. */
    static String exception(AwsServiceException e) {
        var name = code(e).substring(code(e).lastIndexOf('.') + 1);
        // The one code that no class is named after.
        var known = name.equals("NonExistentQueue") ? "QueueDoesNotExist" : name;
        return known.endsWith("Exception") ? known : known + "Exception";
    }

    static String code(AwsServiceException e) {
        var details = e.awsErrorDetails();
        return details == null ? "ServiceException" : details.errorCode();
    }

    static String message(AwsServiceException e) {
        var details = e.awsErrorDetails();
        return String.valueOf(details == null ? e.getMessage() : details.errorMessage());
    }
}
