package com.lifeverse.trigger.run.aws;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/**
 * Runs by the names of their workflows. Each method is one call of Step Functions, and refuses what the service refuses in words of
 * our own.
 *
 * @param before what the ARN of a workflow's machine begins with
 */
public record StepFunctionsRuns(SfnClient stepFunctions, String before) {
    private static final int NEWEST_EVENTS = 100;
    private static final String NO_SUCH_RUN = "ExecutionDoesNotExist";
    private static final String ALREADY_THERE = "ExecutionAlreadyExists";
    private static final String NOT_REDRIVABLE = "ExecutionNotRedrivable";

    /** Begins a run; one of that name and input that still runs is the same. */
    public void start(String workflow, String run, String input) {
        refusing(() -> begin(workflow, run, input));
    }

    /**
     * As the other, where the name says all: of those that were begun before, one that has failed goes on from there, one that still runs or has succeeded
     * is let be. Two calls then.
     *
     * @param token names this wish to go on
     */
    public void startOrResume(String workflow, String run, String input, String token) {
        try {
            begin(workflow, run, input);
        } catch (AwsServiceException e) {
            if (!code(e).equals(ALREADY_THERE)) {
                throw refused(e);
            }
            resume(workflow, run, token);
        }
    }

    private void resume(String workflow, String run, String token) {
        try {
            stepFunctions.redriveExecution(
                    redrive -> redrive.executionArn(arn(workflow, run)).clientToken(token));
        } catch (AwsServiceException e) {
            if (!code(e).equals(NOT_REDRIVABLE)) {
                throw refused(e);
            }
        }
    }

    public ListExecutionsResponse list(
            String workflow, Optional<ExecutionStatus> status, int limit, Optional<String> cursor) {
        return refusing(() -> stepFunctions.listExecutions(list -> list.stateMachineArn(machine(workflow))
                .statusFilter(status.orElse(null))
                .maxResults(limit)
                .nextToken(cursor.orElse(null))));
    }

    public DescribeExecutionResponse find(String workflow, String run) {
        return refusing(() -> stepFunctions.describeExecution(find -> find.executionArn(arn(workflow, run))));
    }

    /** What a run was started with; empty if there is none of that name. */
    public Optional<String> input(String workflow, String run) {
        try {
            return Optional.of(stepFunctions
                    .describeExecution(find -> find.executionArn(arn(workflow, run)))
                    .input());
        } catch (AwsServiceException e) {
            if (code(e).equals(NO_SUCH_RUN)) {
                return Optional.empty();
            }
            throw refused(e);
        }
    }

    /** The newest steps, the newest first, without what they carried. */
    public List<HistoryEvent> history(String workflow, String run) {
        return refusing(() -> stepFunctions
                .getExecutionHistory(history -> history.executionArn(arn(workflow, run))
                        .reverseOrder(true)
                        .includeExecutionData(false)
                        .maxResults(NEWEST_EVENTS))
                .events());
    }

    /** Ends a run that goes on; one that has ended is refused, where Step Functions would say that all is well. */
    public void stop(String workflow, String run, String by, String why) {
        var found = find(workflow, run);
        if (found.status() != ExecutionStatus.RUNNING && found.status() != ExecutionStatus.PENDING_REDRIVE) {
            throw new Refused(
                    Problem.RUN_MOVE_NOT_POSSIBLE,
                    "It has ended before: " + found.statusAsString().toLowerCase(Locale.ROOT) + ".");
        }
        refusing(() -> stepFunctions.stopExecution(stop ->
                stop.executionArn(arn(workflow, run)).error("stopped-by-" + by).cause(why)));
    }

    /** Goes on from where it failed. */
    public void redrive(String workflow, String run, String token) {
        refusing(() -> stepFunctions.redriveExecution(
                redrive -> redrive.executionArn(arn(workflow, run)).clientToken(token)));
    }

    private StartExecutionResponse begin(String workflow, String run, String input) {
        return stepFunctions.startExecution(start ->
                start.stateMachineArn(machine(workflow) + ":live").name(run).input(input));
    }

    private String machine(String workflow) {
        return before + workflow;
    }

    private String arn(String workflow, String run) {
        return machine(workflow).replace(":stateMachine:", ":execution:") + ":" + run;
    }

    private static <T> T refusing(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(AwsServiceException e) {
        return switch (code(e)) {
            case NO_SUCH_RUN ->
                new Refused(Problem.RUN_NOT_FOUND, "There is no such run, or it ended more than 90 days ago.");
            case "StateMachineDoesNotExist" ->
                new Refused(Problem.WORKFLOW_NOT_FOUND, "It is not deployed on this stage.");
            case "StateMachineTypeNotSupported" ->
                new Refused(
                        Problem.WORKFLOW_NOT_FOUND,
                        "It is an express workflow: of its runs nothing is kept but the log.");
            case ALREADY_THERE ->
                new Refused(Problem.RUN_MOVE_NOT_POSSIBLE, "There was a run of this name before; give another.");
            case NOT_REDRIVABLE ->
                new Refused(
                        Problem.RUN_MOVE_NOT_POSSIBLE, "Only a run that failed, within 14 days, goes on from there.");
            case "InvalidToken" ->
                new Refused(
                        Problem.INVALID_REQUEST,
                        "See the violations: each names a parameter.",
                        List.of(new Violation("cursor", "must be the cursor of a page")));
            default -> e;
        };
    }

    private static String code(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }
}
