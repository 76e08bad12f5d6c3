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

/** The nested executions that a step leaves alone: the task that waited for their end was cut, or has run out of time. */
final class Orphans {
    private Orphans() {}

    /** Their ARNs, where {@code scene} is as it was before the step. */
    static List<String> of(Scene scene, Happening happening, Step step) {
        var status = step.progress().status();
        var cut = status == Status.RUNNING || status == Status.SUCCEEDED
                ? left(scene, happening, step)
                : scene.strands().stream();
        return cut.flatMap(strand -> strand.awaits().stream())
                .filter(awaited -> !isTold(happening, awaited))
                .flatMap(awaited -> awaited instanceof Awaited.Completion completion
                        ? Stream.of(completion.submitted().path("ExecutionArn").asText())
                        : Stream.empty())
                .toList();
    }

    private static Stream<Strand> left(Scene scene, Happening happening, Step step) {
        var late = happening instanceof Happening.Alarm alarm ? Stream.of(alarm.strand()) : Stream.<Long>empty();
        return Stream.concat(step.ended().stream(), late)
                .distinct()
                .map(scene::strand)
                .flatMap(Optional::stream);
    }

    private static boolean isTold(Happening happening, Awaited awaited) {
        return happening instanceof Happening.OfTask told && told.strand() == awaited.strand();
    }
}
