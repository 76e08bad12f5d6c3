package com.lifeverse.local.workflow.task;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The clients by which optimised integrations call services. They are those of the SDK's first version, whose names stayed when
 * the SDK went on: errors that such a client has no class for are all called by its own name, {@code AmazonSQSException}.
 *
 * @see <a href="https://github.com/localstack/localstack">what AWS answered, recorded by LocalStack's tests of error handling</a>
 */
public enum OldClient {
    LAMBDA(
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
                    "TooManyRequestsException")),
    DYNAMODB(
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
                    "TransactionConflictException")),
    SQS(
            "SQS",
            "AmazonSQS",
            Set.of(
                    "InvalidMessageContentsException",
                    "OverLimitException",
                    "QueueDoesNotExistException",
                    "UnsupportedOperationException")),
    EVENT_BRIDGE("EventBridge", "AmazonEventBridge", Set.of("InternalException", "ResourceNotFoundException")),
    STEP_FUNCTIONS(
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

    private final String errors;
    private final String service;
    private final Set<String> named;

    OldClient(String errors, String service, Set<String> named) {
        this.errors = errors;
        this.service = service;
        this.named = named;
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
