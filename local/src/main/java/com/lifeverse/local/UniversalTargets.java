package com.lifeverse.local;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Endpoint;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.task.Integrations;
import com.lifeverse.local.workflow.task.Once;
import com.lifeverse.local.workflow.task.TaskFailure;
import com.lifeverse.local.workflow.task.TaskIntegration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Scheduler's universal targets, {@code arn:aws:scheduler:::aws-sdk:SERVICE:OPERATION}: what a task can call, a schedule
 * can.
 */
final class UniversalTargets {
    static final String PREFIX = "arn:aws:scheduler:::aws-sdk:";
    private static final String INVOKE = "lambda:invoke";

    private final Integrations integrations;

    UniversalTargets(List<TaskIntegration> integrations) {
        this.integrations = new Integrations(integrations);
    }

    /** The target of that ARN, if its operation is held. */
    Optional<Endpoint> find(String arn) {
        var operation = arn.substring(PREFIX.length());
        var resource = "arn:aws:states:::aws-sdk:" + operation;
        if (!integrations.serve(resource)) {
            return Optional.empty();
        }
        return Optional.of(new Endpoint() {
            @Override
            public void accept(Caller caller, String payload) {
                perform(caller, resource, payload);
            }

            // A function runs before its invocation returns, and so outside of any write.
            @Override
            public boolean isOutside() {
                return operation.equals(INVOKE);
            }
        });
    }

    private void perform(Caller caller, String resource, String payload) {
        try {
            integrations.perform(new TaskIntegration.Call(
                    caller, resource, Json.read(payload), resource, resource, resource, Once.never()));
        } catch (TaskFailure e) {
            throw refused(e);
        }
    }

    private static AwsServiceException refused(TaskFailure failure) {
        var error = String.valueOf(failure.failure().error());
        var message = String.valueOf(failure.getMessage());
        var code = error.substring(error.indexOf('.') + 1);
        boolean passing = code.contains("Throttl") || code.contains("TooMany") || code.contains("Internal");
        return AwsServiceException.builder()
                .message(message)
                .cause(failure)
                .statusCode(passing ? 500 : 400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Scheduler")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
