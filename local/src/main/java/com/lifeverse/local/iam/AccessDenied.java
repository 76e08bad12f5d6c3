package com.lifeverse.local.iam;

import com.lifeverse.local.iam.policy.Request;
import com.lifeverse.local.iam.policy.Verdict;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The refusal, worded as AWS words it. */
final class AccessDenied {
    private AccessDenied() {}

    /**
     * The exception for a request that is refused.
     *
     * @param user how AWS names who asked
     * @param identity what the caller's own policies say
     */
    static AwsServiceException of(Request request, String user, Verdict identity, Verdict resource) {
        var message = "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(user, request.action(), request.resource(), because(request, identity, resource));
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .requestId("local")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName(request.action().split(":", 2)[0])
                        .errorCode("AccessDeniedException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    private static String because(Request request, Verdict identity, Verdict resource) {
        if (identity == Verdict.DENIED) {
            return "with an explicit deny in an identity-based policy";
        }
        if (resource == Verdict.DENIED) {
            return "with an explicit deny in a resource-based policy";
        }
        var kind = switch (request.principal()) {
            case Request.Role _ -> "identity-based";
            case Request.Service _ -> "resource-based";
        };
        return "because no %s policy allows the %s action".formatted(kind, request.action());
    }
}
