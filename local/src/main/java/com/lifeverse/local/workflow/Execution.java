package com.lifeverse.local.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lifeverse.local.workflow.machine.Progress;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Stage;
import com.lifeverse.local.workflow.machine.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution as it is kept.
 *
 * @param run what was fixed at its start
 * @param revisionId the revision that it follows to its end
 * @param versionArn the version that it was started by, if it was
 * @param aliasArn the alias that it was started by, if it was
 * @param progress how far it has come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Execution(
        Run run,
        String revisionId,
        @Nullable String versionArn,
        @Nullable String aliasArn,
        Progress progress) {

    public Status status() {
        return progress.status();
    }

    /** How it ended; empty while it runs. */
    public Optional<Stage.Finished> ending() {
        return progress.stage() instanceof Stage.Finished finished ? Optional.of(finished) : Optional.empty();
    }

    Execution with(Progress next) {
        return new Execution(run, revisionId, versionArn, aliasArn, next);
    }
}
