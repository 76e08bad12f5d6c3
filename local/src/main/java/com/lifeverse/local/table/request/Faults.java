package com.lifeverse.local.table.request;

import com.lifeverse.local.table.engine.NoSuchTable;
import com.lifeverse.local.table.engine.TableInUse;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The SDK's exceptions, filled as they are when they come from AWS. */
public final class Faults {
    private static final int BAD_REQUEST = 400;

    private Faults() {}

    /** Runs {@code operation} and turns the engine's refusals into the SDK's exceptions. */
    public static <T> T translated(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (InvalidRequest e) {
            throw filled(DynamoDbException.builder(), "ValidationException", e.getMessage());
        } catch (NoSuchTable e) {
            throw notFound(e.getMessage());
        } catch (TableInUse e) {
            throw filled(ResourceInUseException.builder(), "ResourceInUseException", e.getMessage());
        }
    }

    /** {@code item} is what the request asked to see of the item that there is; null for nothing. */
    public static AwsServiceException conditionFailed(@Nullable Item item) {
        var fault = ConditionalCheckFailedException.builder();
        if (item != null) {
            fault.item(AttributeValues.attributes(item.attributes()));
        }
        return filled(fault, "ConditionalCheckFailedException", "The conditional request failed");
    }

    public static AwsServiceException cancelled(List<CancellationReason> reasons) {
        var codes = reasons.stream().map(CancellationReason::code).toList();
        return filled(
                TransactionCanceledException.builder().cancellationReasons(reasons),
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes);
    }

    public static AwsServiceException tokenReused() {
        return filled(
                IdempotentParameterMismatchException.builder(),
                "IdempotentParameterMismatchException",
                "The provided client token is already in use with a different request");
    }

    /** As AWS answers whoever names what is not theirs. */
    public static AwsServiceException denied(String action, String arn) {
        return filled(
                DynamoDbException.builder(),
                "AccessDeniedException",
                "User is not authorized to perform: " + action + " on resource: " + arn);
    }

    public static AwsServiceException notFound(String message) {
        return filled(ResourceNotFoundException.builder(), "ResourceNotFoundException", message);
    }

    /** Too much of something at a time. */
    public static AwsServiceException limitExceeded(String message) {
        return filled(LimitExceededException.builder(), "LimitExceededException", message);
    }

    /** What AWS answers when a table is asked for more than its throughput: of use to those who make faults. */
    public static AwsServiceException throttled() {
        return filled(
                ProvisionedThroughputExceededException.builder(),
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded. "
                        + "Consider increasing your provisioning level with the UpdateTable API.");
    }

    private static AwsServiceException filled(AwsServiceException.Builder fault, String code, String message) {
        return fault.message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("DynamoDb")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(BAD_REQUEST)
                .requestId("local")
                .build();
    }
}
