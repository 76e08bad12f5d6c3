package com.lifeverse.local.workflow.task;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The clients by which optimised integrations call services. They are those of the SDK's first version, whose names stayed when
 * the SDK went on: errors that such a client has no class for are all called by its own name, {@code AmazonSQSException}.
 *
 * @param errors what the errors of its tasks begin with
 * @param service its own name
 * @param named the errors that it has classes for
 * @see <a href="https://github.com/localstack/localstack">what AWS answered, recorded by LocalStack's tests of error handling</a>
 */
public record OldClient(String errors, String service, Set<String> named) {
    public static final OldClient LAMBDA = new OldClient(
            "Lambda",
            "AWSLambda",
            Set.of(
                    "InvalidParameterValueException",
                    "InvalidRequestContentException",
                    "RequestTooLargeException",
                    "ResourceConflictException",
                    "ResourceNotFoundException",
                    "ResourceNotReadyException",
                    "ServiceException",
                    "TooManyRequestsException"));
    public static final OldClient DYNAMODB = new OldClient(
            "DynamoDB",
            "AmazonDynamoDBv2",
            Set.of(
                    "ConditionalCheckFailedException",
                    "InternalServerErrorException",
                    "ItemCollectionSizeLimitExceededException",
                    "LimitExceededException",
                    "ProvisionedThroughputExceededException",
                    "RequestLimitExceededException",
                    "ResourceInUseException",
                    "ResourceNotFoundException",
                    "TransactionConflictException"));
    public static final OldClient SQS = new OldClient(
            "SQS",
            "AmazonSQS",
            Set.of(
                    "InvalidMessageContentsException",
                    "OverLimitException",
                    "QueueDoesNotExistException",
                    "UnsupportedOperationException"));
    public static final OldClient EVENT_BRIDGE =
            new OldClient("EventBridge", "AmazonEventBridge", Set.of("InternalException", "ResourceNotFoundException"));
    public static final OldClient STEP_FUNCTIONS = new OldClient(
            "StepFunctions",
            "AWSStepFunctions",
            Set.of(
                    "ExecutionAlreadyExistsException",
                    "ExecutionLimitExceededException",
                    "InvalidArnException",
                    "InvalidExecutionInputException",
                    "InvalidNameException",
                    "StateMachineDeletingException",
                    "StateMachineDoesNotExistException",
                    "ValidationException"));

    public OldClient {
        named = Set.copyOf(named);
    }

    /** What a service refused, as its task fails with it. */
    public TaskFailure failure(AwsServiceException e) {
        var exception = ServiceFailures.exception(e);
        return new TaskFailure(
                errors + "." + (named.contains(exception) ? exception : own()),
                "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(
                                ServiceFailures.message(e),
                                service,
                                e.statusCode(),
                                ServiceFailures.code(e),
                                e.requestId()));
    }

    private String own() {
        return service.replaceFirst("v\\d$", "") + "Exception";
    }
}
