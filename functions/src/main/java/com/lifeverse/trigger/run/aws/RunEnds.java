package com.lifeverse.trigger.run.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Whether runs have ended that {@code workflow-turn} has started, and staff have had go on. Two calls of Step Functions each. */
public record RunEnds(StepFunctionsRuns runs) {
    /** Has a run of the name of each that it starts, which says what that is of. */
    public static final String TURN = "workflow-turn";

    /** True if the run has ended, however; false also if nobody knows what it is of. */
    public boolean hasEnded(String run) {
        return runs.input(TURN, run)
                .map(RunEnds::workflow)
                .filter(workflow -> hasEnded(workflow, run))
                .isPresent();
    }

    private boolean hasEnded(String workflow, String run) {
        try {
            var status = runs.find(workflow, run).status();
            return status != ExecutionStatus.RUNNING && status != ExecutionStatus.PENDING_REDRIVE;
        } catch (Refused refused) {
            if (refused.problem() == Problem.RUN_NOT_FOUND) {
                return true;
            }
            throw refused;
        }
    }

    private static String workflow(String input) {
        try {
            return Json.read(input).path("workflow").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A run of " + TURN + " has an input that is not JSON", e);
        }
    }
}
