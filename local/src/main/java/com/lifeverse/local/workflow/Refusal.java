package com.lifeverse.local.workflow;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The errors that Step Functions answers to a call it refuses. */
enum Refusal {
    ACCESS_DENIED("AccessDeniedException"),
    EXECUTION_ALREADY_EXISTS("ExecutionAlreadyExists"),
    EXECUTION_DOES_NOT_EXIST("ExecutionDoesNotExist"),
    INVALID_DEFINITION("InvalidDefinition"),
    INVALID_EXECUTION_INPUT("InvalidExecutionInput"),
    INVALID_NAME("InvalidName"),
    STATE_MACHINE_DOES_NOT_EXIST("StateMachineDoesNotExist"),
    EXECUTION_NOT_REDRIVABLE("ExecutionNotRedrivable"),
    STATE_MACHINE_TYPE_NOT_SUPPORTED("StateMachineTypeNotSupported"),
    INVALID_OUTPUT("InvalidOutput"),
    INVALID_TOKEN("InvalidToken"),
    TASK_TIMED_OUT("TaskTimedOut"),
    THROTTLING("ThrottlingException"),
    INVALID_ARN("InvalidArn"),
    VALIDATION("ValidationException"),
    CONFLICT("ConflictException");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    static AwsServiceException noExecution(String arn) {
        return EXECUTION_DOES_NOT_EXIST.because("Execution Does Not Exist: '" + arn + "'");
    }

    AwsServiceException because(String message) {
        return because(message, null);
    }

    AwsServiceException because(String message, @Nullable Throwable cause) {
        var details = AwsErrorDetails.builder()
                .serviceName("Sfn")
                .errorCode(code)
                .errorMessage(message)
                .build();
        return AwsServiceException.builder()
                .message(message)
                .cause(cause)
                .statusCode(400)
                .awsErrorDetails(details)
                .build();
    }
}
