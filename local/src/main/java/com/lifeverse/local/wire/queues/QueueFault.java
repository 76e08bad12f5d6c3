package com.lifeverse.local.wire.queues;

import com.lifeverse.local.wire.JsonRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * SQS's errors: what they are called in the JSON protocol, and what they were called in the one before, which clients are
 * told in a header.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Errors</a>
 */
enum QueueFault {
    NO_QUEUE("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"),
    NO_RECEIPT("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid"),
    INVALID("InvalidParameterValueException", "InvalidParameterValue"),
    MISSING("MissingRequiredParameterException", "MissingParameter"),
    NO_TEXT("InvalidMessageContents", "InvalidMessageContents"),
    NO_ATTRIBUTE("InvalidAttributeName", "InvalidAttributeName"),
    EMPTY_BATCH("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"),
    LONG_BATCH("TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest"),
    SAME_IDS("BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"),
    INVALID_ID("InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId"),
    PURGING("PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress"),
    NO_RESOURCE("ResourceNotFoundException", "ResourceNotFoundException"),
    NOT_HELD("UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation"),
    FORBIDDEN("AccessDeniedException", "AccessDenied");

    private static final String SPACE = "com.amazonaws.sqs#";
    private static final String HEADER = "x-amzn-query-error";

    private final String type;
    private final String code;

    QueueFault(String type, String code) {
        this.type = type;
        this.code = code;
    }

    JsonRefusal because(String message) {
        int status = this == FORBIDDEN ? 403 : 400;
        return new JsonRefusal(status, SPACE + type, message, Map.of(HEADER, code + ";Sender"));
    }

    /** What the stack's queues have refused, as SQS says it here. */
    static JsonRefusal of(AwsServiceException refusal) {
        var fault = found(refusal);
        var message = fault == NO_QUEUE
                ? "The specified queue does not exist."
                : refusal.awsErrorDetails().errorMessage();
        return fault.because(message);
    }

    private static QueueFault found(AwsServiceException refusal) {
        var given = refusal.awsErrorDetails().errorCode();
        for (var fault : values()) {
            if (fault.code.equals(given) || fault.type.equals(given)) {
                return fault;
            }
        }
        throw refusal;
    }

    /** The code alone, as entries of a batch have it. */
    static String code(JsonRefusal refusal) {
        for (var fault : values()) {
            if (refusal.isOf(SPACE + fault.type)) {
                return fault.code;
            }
        }
        throw refusal;
    }

    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw MISSING.because("The request must contain the parameter " + member + ".");
        }
        return value;
    }
}
