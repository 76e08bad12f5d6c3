package com.lifeverse.platform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Runs of one workflow that are started once for each name, however often it is said and with whatever input: Step Functions keeps names for
 * 90 days. One call.
 *
 * @param workflow the ARN to start
 */
public record NamedRuns(SfnClient stepFunctions, String workflow) {
    private static final String THERE = "ExecutionAlreadyExists";

    /** Starts a run, or finds the one that is there. */
    public void start(String name, JsonNode input) {
        try {
            stepFunctions.startExecution(
                    start -> start.stateMachineArn(workflow).name(name).input(input.toString()));
        } catch (AwsServiceException e) {
            var code = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode);
            if (code.filter(THERE::equals).isEmpty()) {
                throw e;
            }
        }
    }
}
