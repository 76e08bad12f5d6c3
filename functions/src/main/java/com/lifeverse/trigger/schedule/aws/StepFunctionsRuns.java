package com.lifeverse.trigger.schedule.aws;

import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.schedule.Observation;
import com.lifeverse.trigger.schedule.OpenRun;
import com.lifeverse.trigger.schedule.Outcome;
import com.lifeverse.trigger.schedule.Runs;
import com.lifeverse.trigger.schedule.Telling;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Runs in Step Functions, named by the run's id: Standard executions of a name are started once in 90 days, so that a run which is
 * asked for again is the one that is there.
 */
public final class StepFunctionsRuns implements Runs {
    /** Asking again will not help. */
    private static final Set<String> FINAL = Set.of(
            "StateMachineDoesNotExist", "InvalidExecutionInput", "InvalidName", "StateMachineDeleting", "InvalidArn");

    private final SfnClient stepFunctions;
    private final Map<String, String> arns;
    private final InstantSource clock;

    /**
     * Runs these workflows.
     *
     * @param arns what to start, by the workflows' names
     */
    public StepFunctionsRuns(SfnClient stepFunctions, Map<String, String> arns, InstantSource clock) {
        this.stepFunctions = stepFunctions;
        this.arns = Map.copyOf(arns);
        this.clock = clock;
    }

    @Override
    public Observation start(String schedule, OpenRun run) {
        var arn = Optional.ofNullable(arns.get(run.what().name()));
        if (arn.isEmpty()) {
            return new Observation.Refused("There is no workflow " + run.what().name() + " that schedules may start.");
        }
        try {
            var started = stepFunctions.startExecution(start ->
                    start.stateMachineArn(arn.get()).name(run.run().id()).input(input(schedule, run)));
            return new Observation.Running(started.startDate(), started.executionArn());
        } catch (AwsServiceException e) {
            var code = e.awsErrorDetails().errorCode();
            if (code.equals("ExecutionAlreadyExists")) {
                return look(execution(arn.get(), run.run().id()));
            }
            if (FINAL.contains(code)) {
                return new Observation.Refused(code + ": " + e.awsErrorDetails().errorMessage());
            }
            throw e;
        }
    }

    @Override
    public Observation look(OpenRun run) {
        return look(run.execution());
    }

    @Override
    public Observation stop(OpenRun run) {
        boolean cancelled = run.phase() == OpenRun.Phase.CANCELLING;
        stepFunctions.stopExecution(stop -> stop.executionArn(run.execution())
                .error(cancelled ? "Schedule.Cancelled" : "Schedule.Terminated")
                .cause("The next run of its schedule has come"));
        return look(run.execution());
    }

    private Observation look(String execution) {
        var found = stepFunctions.describeExecution(describe -> describe.executionArn(execution));
        var outcome = switch (found.status()) {
            case SUCCEEDED -> Optional.of(Outcome.SUCCEEDED);
            case FAILED -> Optional.of(Outcome.FAILED);
            case TIMED_OUT -> Optional.of(Outcome.TIMED_OUT);
            case ABORTED -> Optional.of(Outcome.ABORTED);
            case RUNNING, PENDING_REDRIVE, UNKNOWN_TO_SDK_VERSION -> Optional.<Outcome>empty();
        };
        return outcome.<Observation>map(end -> new Observation.Ended(
                        found.startDate(),
                        execution,
                        Optional.ofNullable(found.stopDate()).orElseGet(clock::instant),
                        end,
                        Optional.ofNullable(found.error()).orElse("")))
                .orElseGet(() -> new Observation.Running(found.startDate(), execution));
    }

    /** The same for each attempt: it must not tell when it was made. */
    private static String input(String schedule, OpenRun run) {
        var input = new LinkedHashMap<>(run.what().input());
        input.put(Telling.STAMP, Telling.stamp(schedule, run.run(), run.decidedAt()));
        return Json.write(input);
    }

    /** Of an alias as of its machine, executions are the machine's. */
    private static String execution(String arn, String name) {
        var parts = arn.split(":");
        return String.join(":", Arrays.asList(parts).subList(0, 5)) + ":execution:" + parts[6] + ":" + name;
    }
}
