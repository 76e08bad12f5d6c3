package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.List;

/**
 * All that has to be kept of a running execution, besides its history.
 *
 * @param stage where it stands
 * @param variables what has been assigned
 * @param turn goes up with every step, so that a late reply or an old alarm is known as such
 * @param lastEventId the id of the newest history event
 * @param pointer the {@code previousEventId} of the next one
 */
public record Progress(Stage stage, ObjectNode variables, long turn, long lastEventId, long pointer) {
    /** An execution that has been accepted. */
    public static Progress accepted() {
        return new Progress(new Stage.Starting(), Json.object(), 0, 0, 0);
    }

    public Status status() {
        return stage instanceof Stage.Finished finished ? finished.status() : Status.RUNNING;
    }

    /**
     * What has to be done or waited for so that the execution goes on: all of it after each step, and again after the
     * store was reopened. A finished execution awaits nothing.
     */
    public List<Awaited> awaits() {
        return switch (stage) {
            case Stage.Starting _, Stage.Ready _ -> List.of(new Awaited.Step(turn));
            case Stage.Waiting waiting -> List.of(new Awaited.Alarm(turn, waiting.until()));
            case Stage.BackingOff backing -> List.of(new Awaited.Alarm(turn, backing.until()));
            case Stage.Working working -> {
                var reply = new Awaited.Reply(turn, working.at().state(), working.resource(), working.arguments());
                var deadline = working.deadline();
                yield deadline == null ? List.of(reply) : List.of(reply, new Awaited.Alarm(turn, deadline));
            }
            case Stage.Finished _ -> List.of();
        };
    }
}
