package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an execution has come as a whole; where it stands, its strands say.
 *
 * @param lastEventId the id of the newest history event
 * @param nextStrand the id of the next strand; ids are never used again
 * @param redrives how often it was taken up again after a failure
 * @param redrivenAt when that was the last time; null if it never was
 * @param ending null while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
        long lastEventId,
        long nextStrand,
        int redrives,
        @Nullable Instant redrivenAt,
        @Nullable Ending ending) {
    /** An execution that has been accepted. */
    public static Progress accepted() {
        return new Progress(0, 1, 0, null, null);
    }

    public Status status() {
        return ending == null ? Status.RUNNING : ending.status();
    }
}
