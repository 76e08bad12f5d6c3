package com.lifeverse.local.delivery;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Why a delivery was not taken.
 *
 * @param code as EventBridge writes it into a dead letter, such as {@code NO_PERMISSIONS}
 * @param message the target's own words
 * @param retriable false if another try would fail in the same way
 * @param answered the code by which the target itself refused, which Scheduler writes into a dead letter
 */
public record Failure(String code, String message, boolean retriable, String answered) {
    private static final Map<String, String> ABSENCE = Map.of(
            "sqs",
            "AWS.SimpleQueueService.NonExistentQueue",
            "lambda",
            "ResourceNotFoundException",
            "states",
            "StateMachineDoesNotExist",
            "events",
            "ResourceNotFoundException");

    /** A failure whose target has no code of its own for it. */
    public Failure(String code, String message, boolean retriable) {
        this(code, message, retriable, code);
    }

    /** The target does not exist. */
    public static Failure noResource(String targetArn) {
        var service = targetArn.replaceFirst("^arn:aws:([a-z]+):.*$", "$1");
        return new Failure(
                "NO_RESOURCE",
                "There is nothing at " + targetArn,
                false,
                ABSENCE.getOrDefault(service, "ResourceNotFoundException"));
    }

    /** What was to be delivered is not JSON. */
    public static Failure invalidJson(String why) {
        return new Failure("INVALID_JSON", why, false);
    }

    /** What an attempt threw. */
    static Failure of(RuntimeException thrown) {
        var message = String.valueOf(thrown.getMessage());
        if (!(thrown instanceof AwsServiceException refused)) {
            return new Failure("ERROR_FROM_TARGET", message, true);
        }
        var code = Optional.ofNullable(refused.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.errorCode()))
                .orElse("");
        if (code.startsWith("AccessDenied")) {
            return new Failure("NO_PERMISSIONS", message, false, code);
        }
        if (code.contains("NotFound") || code.contains("DoesNotExist") || code.contains("NonExistent")) {
            return new Failure("NO_RESOURCE", message, false, code);
        }
        if (refused.isThrottlingException()) {
            return new Failure("THROTTLING", message, true, code);
        }
        boolean refusedForGood = refused.statusCode() >= 400 && refused.statusCode() < 500;
        return new Failure(refusedForGood ? "INVALID_PARAMETER" : "ERROR_FROM_TARGET", message, !refusedForGood, code);
    }
}
