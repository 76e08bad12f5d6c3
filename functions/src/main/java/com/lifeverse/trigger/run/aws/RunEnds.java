package com.lifeverse.trigger.run.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.turn.Ends;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The ends of runs that {@code workflow-turn} has started, and staff have had go on. Two calls of Step Functions each, to end one three. */
public record RunEnds(StepFunctionsRuns runs) implements Ends {
    /** Has a run of the name of each that it starts, which says what that is of. */
    public static final String TURN = "workflow-turn";

    @Override
    public boolean hasEnded(String run) {
        return runs.input(TURN, run)
                .map(RunEnds::workflow)
                .filter(workflow -> hasEnded(workflow, run))
                .isPresent();
    }

    @Override
    public void end(String run) {
        runs.input(TURN, run).map(RunEnds::workflow).ifPresent(workflow -> {
            try {
                runs.stop(workflow, run, "lease", "Its lease is over.");
            } catch (Refused refused) {
                if (refused.problem() != Problem.RUN_NOT_FOUND && refused.problem() != Problem.RUN_MOVE_NOT_POSSIBLE) {
                    throw refused;
                }
            }
        });
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
