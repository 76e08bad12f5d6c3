package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** {@code arn:aws:states:::aws-sdk:scheduler:*}: a workflow that makes and unmakes schedules. */
public final class ScheduleCalls implements TaskIntegration {
    private static final String PREFIX = "arn:aws:states:::aws-sdk:scheduler:";

    private final Scheduler scheduler;
    private final Crossings crossings;

    /**
     * Scheduler as tasks see it.
     *
     * @param held true for the operations that there are, such as {@code createSchedule}
     */
    public record Scheduler(Predicate<String> held, Operation operation) {}

    /** Performs an operation with its own members. */
    @FunctionalInterface
    public interface Operation {
        JsonNode call(Caller caller, String operation, JsonNode request);
    }

    public ScheduleCalls(Scheduler scheduler, Crossings crossings) {
        this.scheduler = scheduler;
        this.crossings = crossings;
    }

    @Override
    public boolean serves(String resource) {
        return resource.startsWith(PREFIX) && scheduler.held().test(resource.substring(PREFIX.length()));
    }

    @Override
    public JsonNode perform(Call call) {
        var operation = call.resource().substring(PREFIX.length());
        try {
            return crossings.cross(
                    new Crossing(
                            Crossing.Kind.TASK, "workflow", "scheduler", "scheduler:" + operation, call.arguments()),
                    () -> call.once()
                            .keep(
                                    operation,
                                    () -> scheduler.operation().call(call.caller(), operation, call.arguments())));
        } catch (AwsServiceException e) {
            throw ServiceFailures.ofSdk("Scheduler", e);
        }
    }
}
