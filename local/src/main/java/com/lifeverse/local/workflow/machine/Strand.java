package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of states that are run one after the other: the execution itself, a branch, an iteration.
 *
 * @param turn goes up with every change, so that an old alarm is known as such
 * @param stage where it stands
 * @param variables what was assigned in its own scope
 * @param pointer the {@code previousEventId} of its next history event
 * @param origin where it comes from; null for the execution itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Strand(
        long id,
        long turn,
        Stage stage,
        ObjectNode variables,
        long pointer,
        @Nullable Origin origin) {
    /** The strand that every execution begins with. */
    public static final long ROOT = 0;

    /** A branch or an iteration, by its number, of the state that another strand stands in. */
    public record Origin(long parent, int index) {}

    /** The execution itself, accepted. */
    public static Strand root() {
        return new Strand(ROOT, 0, new Stage.Starting(), Json.object(), 0, null);
    }

    /**
     * What has to be done or waited for so that it goes on: all of it after each change, and again after the store was
     * reopened.
     */
    @JsonIgnore
    public List<Awaited> awaits() {
        return switch (stage) {
            case Stage.Starting _, Stage.Ready _ -> List.of(new Awaited.Step(id, turn));
            case Stage.Waiting waiting -> List.of(new Awaited.Alarm(id, turn, waiting.until()));
            case Stage.BackingOff backing -> List.of(new Awaited.Alarm(id, turn, backing.until()));
            case Stage.Working working -> working(working);
            case Stage.Distributing distributing ->
                List.of(new Awaited.Children(
                        id,
                        distributing.attempt(),
                        distributing.at().state(),
                        distributing.runArn(),
                        Optional.ofNullable(distributing.items()),
                        distributing.plan()));
            case Stage.Branching _, Stage.Iterating _, Stage.Failed _ -> List.of();
        };
    }

    private List<Awaited> working(Stage.Working working) {
        var awaits = new ArrayList<Awaited>();
        var submitted = working.submitted();
        if (submitted == null) {
            awaits.add(new Awaited.Reply(
                    id,
                    working.attempt(),
                    working.at().state(),
                    working.resource(),
                    working.arguments(),
                    working.limits().seconds(),
                    working.limits().heartbeat()));
        } else if (Resource.of(working.resource()).awaitsCompletion()) {
            awaits.add(new Awaited.Completion(id, working.attempt(), working.resource(), submitted));
        }
        Stream.of(working.limits().deadline(), working.limits().heartbeatBy())
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .ifPresent(first -> awaits.add(new Awaited.Alarm(id, turn, first)));
        return awaits;
    }
}
