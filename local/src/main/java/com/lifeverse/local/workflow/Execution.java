package com.lifeverse.local.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lifeverse.local.workflow.machine.Ending;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.machine.Progress;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param start what was fixed when it started
 * @param progress how far it has come
 */
public record Execution(Start start, Progress progress) {
    /**
     * What was fixed when an execution started.
     *
     * @param revisionId the revision that it follows to its end
     * @param versionArn the version that it was started by, if it was
     * @param aliasArn the alias that it was started by, if it was
     * @param child the Map state whose child it is, if it is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Start(
            Run run,
            String revisionId,
            @Nullable String versionArn,
            @Nullable String aliasArn,
            @Nullable ChildOf child) {
        /** True if it was started by that version or alias. */
        boolean isBy(String arn) {
            return arn.equals(versionArn) || arn.equals(aliasArn);
        }

        /** The same, with as much time from {@code now} on as there was at first. */
        Start again(Instant now) {
            var deadline = run.deadline();
            return deadline == null
                    ? this
                    : new Start(
                            run.until(now.plus(Duration.between(run.startedAt(), deadline))),
                            revisionId,
                            versionArn,
                            aliasArn,
                            child);
        }
    }

    /**
     * Where a child execution of a distributed Map comes from.
     *
     * @param state whose processor it runs
     * @param index its number in the run
     */
    public record ChildOf(String runArn, String state, int index) {}

    public Run run() {
        return start.run();
    }

    public Status status() {
        return progress.status();
    }

    /** True if it can be taken up again at {@code now}: a Standard execution that failed not long ago. */
    public boolean isRedrivable(Instant now) {
        var end = progress.ending();
        return end != null
                && !run().express()
                && end.status() != Status.SUCCEEDED
                && !end.when().plus(Limits.REDRIVABLE).isBefore(now);
    }

    /** Why it cannot be taken up again, of one that {@link #isRedrivable} says no of. */
    public String unredrivable() {
        if (run().express()) {
            return "Execution is of a state machine of type EXPRESS and cannot be redriven";
        }
        return status() == Status.RUNNING || status() == Status.SUCCEEDED
                ? "Execution is " + status() + " and cannot be redriven"
                : "Execution redrivable period exceeded";
    }

    /** How it ended; empty while it runs. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(progress.ending());
    }
}
