package com.lifeverse.local.workflow;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The errors that Step Functions answers to a call it refuses. */
enum Refusal {
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
    CONFLICT("ConflictException");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    AwsServiceException because(String message) {
        var details = AwsErrorDetails.builder()
                .serviceName("Sfn")
                .errorCode(code)
                .errorMessage(message)
                .build();
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details)
                .build();
    }
}
