package com.lifeverse.local.simulate.fault;

import com.lifeverse.local.kernel.Crossing;
import java.util.ArrayList;
import java.util.Collections;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The exceptions that callers see, as each service words them; all are marked, so that a real fault is told from them. */
public final class Injected {
    static final String MARK = "(injected)";
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private Injected() {}

    /** True if the failure, or what led to it, was injected. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(MARK)) {
                return true;
            }
        }
        return false;
    }

    static boolean canConflict(Crossing crossing) {
        return crossing.request() instanceof UpdateItemRequest
                || crossing.request() instanceof PutItemRequest
                || crossing.request() instanceof DeleteItemRequest
                || crossing.request() instanceof TransactWriteItemsRequest;
    }

    static RuntimeException throttled(Crossing crossing) {
        return switch (crossing.kind()) {
            case CALL -> throttledBy(crossing.to());
            case INVOCATION -> refusal(AwsServiceException.builder(), "TooManyRequestsException", TOO_MANY);
            case DELIVERY, TASK -> refusal(AwsServiceException.builder(), "ThrottlingException", BAD_REQUEST);
            case REQUEST -> new Unanswered();
        };
    }

    static RuntimeException conflicting(Crossing crossing) {
        if (crossing.request() instanceof TransactWriteItemsRequest transaction) {
            // One item is contested; the others have nothing against it.
            var reasons = new ArrayList<>(Collections.nCopies(
                    transaction.transactItems().size(),
                    CancellationReason.builder().code("None").build()));
            reasons.set(
                    0, CancellationReason.builder().code("TransactionConflict").build());
            return refusal(
                    TransactionCanceledException.builder().cancellationReasons(reasons),
                    "TransactionCanceledException",
                    BAD_REQUEST);
        }
        return refusal(TransactionConflictException.builder(), "TransactionConflictException", BAD_REQUEST);
    }

    /** No answer came in time. What waits for a function or a target has a status for that; a client of the SDK has none. */
    static RuntimeException unanswered(Crossing crossing) {
        return switch (crossing.kind()) {
            case CALL -> SdkClientException.create("Unable to execute HTTP request: Read timed out " + MARK);
            case INVOCATION -> refusal(AwsServiceException.builder(), "ServiceException", INTERNAL);
            case DELIVERY, TASK -> refusal(AwsServiceException.builder(), "InternalFailure", INTERNAL);
            case REQUEST -> new Unanswered();
        };
    }

    private static RuntimeException throttledBy(String service) {
        return switch (service) {
            case "dynamodb" ->
                refusal(
                        ProvisionedThroughputExceededException.builder(),
                        "ProvisionedThroughputExceededException",
                        BAD_REQUEST);
            case "eventbridge" -> refusal(EventBridgeException.builder(), "ThrottlingException", BAD_REQUEST);
            case "secretsmanager" -> refusal(SecretsManagerException.builder(), "ThrottlingException", BAD_REQUEST);
            case "s3" -> refusal(S3Exception.builder(), "SlowDown", UNAVAILABLE);
            default -> refusal(AwsServiceException.builder(), "ThrottlingException", BAD_REQUEST);
        };
    }

    private static RuntimeException refusal(AwsServiceException.Builder exception, String code, int status) {
        var message = "Rate exceeded or service in trouble " + MARK;
        return exception
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Simulation")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
