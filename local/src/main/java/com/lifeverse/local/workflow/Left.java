package com.lifeverse.local.workflow;

import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Scene;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.machine.Step;
import com.lifeverse.local.workflow.machine.Strand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What strands awaited before a step and do not await after it: the answer came, it came too late, or they were cut. */
final class Left {
    private Left() {}

    /** All of it, where {@code scene} is as it was before the step. */
    static List<Awaited> by(Scene scene, Happening happening, Step step) {
        boolean over = step.progress().status() != Status.RUNNING;
        var moved = over ? scene.strands().stream() : moved(scene, happening, step);
        return moved.flatMap(strand -> strand.awaits().stream())
                .filter(awaited -> over || !isAwaited(awaited, step))
                .toList();
    }

    /** Only these can have awaited more than their own next step. */
    private static Stream<Strand> moved(Scene scene, Happening happening, Step step) {
        var told = switch (happening) {
            case Happening.Alarm alarm -> Stream.of(alarm.strand());
            case Happening.OfTask task -> Stream.of(task.strand());
            case Happening.Proceed _,
                    Happening.Reopened _,
                    Happening.Stopped _,
                    Happening.Expired _,
                    Happening.Redriven _ -> Stream.<Long>empty();
        };
        return Stream.concat(step.ended().stream(), told)
                .distinct()
                .map(scene::strand)
                .flatMap(Optional::stream);
    }

    private static boolean isAwaited(Awaited awaited, Step step) {
        return !step.ended().contains(awaited.strand())
                && step.changed().stream()
                        .filter(strand -> strand.id() == awaited.strand())
                        .flatMap(strand -> strand.awaits().stream())
                        .anyMatch(awaited::isSame);
    }

    /** How the run of a distributed Map has ended that nobody awaits since then. */
    static Status mapRun(Happening happening) {
        return switch (happening) {
            case Happening.Completed _ -> Status.SUCCEEDED;
            case Happening.Failed _ -> Status.FAILED;
            case Happening.Proceed _,
                    Happening.Alarm _,
                    Happening.Replied _,
                    Happening.Beat _,
                    Happening.Reopened _,
                    Happening.Stopped _,
                    Happening.Expired _,
                    Happening.Redriven _ -> Status.ABORTED;
        };
    }
}
