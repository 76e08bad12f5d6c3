package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;

/** The rules of strands that came from a state: how their ends become its end. */
final class Children {
    private Children() {}

    /** A branch or an iteration is over, and well. */
    static void ended(Walker child, Strand.Origin origin, JsonNode output) {
        var parent = child.turn().walker(origin.parent());
        child.turn().keep(Slot.result(parent.id(), origin.index()), output);
        child.turn().end(child);
        switch (parent.stage()) {
            case Stage.Branching branching -> Branches.ended(parent, branching, child);
            case Stage.Iterating iterating -> Iterations.ended(parent, iterating, child, origin.index());
            case Stage.Starting _,
                    Stage.Ready _,
                    Stage.Waiting _,
                    Stage.Working _,
                    Stage.BackingOff _,
                    Stage.Distributing _,
                    Stage.Failed _ -> throw new IllegalStateException("Nothing can have come from " + parent.stage());
        }
    }

    /** A branch or an iteration failed for good, and with it the state that it came from; its siblings are cut. */
    static void failed(Walker child, Strand.Origin origin, Failure failure) {
        var parent = child.turn().walker(origin.parent());
        switch (parent.stage()) {
            case Stage.Branching branching -> {
                cut(parent, child);
                parent.pointTo(child.pointer());
                Recovery.recover(parent, branching.at(), branching.tries(), failure);
            }
            case Stage.Iterating iterating -> {
                cut(parent, child);
                parent.pointTo(child.pointer());
                Recovery.recover(parent, iterating.at(), iterating.tries(), failure);
            }
            case Stage.Starting _,
                    Stage.Ready _,
                    Stage.Waiting _,
                    Stage.Working _,
                    Stage.BackingOff _,
                    Stage.Distributing _,
                    Stage.Failed _ -> throw new IllegalStateException("Nothing can have come from " + parent.stage());
        }
    }

    /** Tells of the end of all that came from the parent's state; every such event points to the failure. */
    private static void cut(Walker parent, Walker failed) {
        tell(parent, failed, failed, "MapIterationFailed", "mapIterationFailedEventDetails");
        for (var sibling : parent.turn().children(parent.id())) {
            if (sibling.id() != failed.id()) {
                tell(parent, sibling, failed, "MapIterationAborted", "mapIterationAbortedEventDetails");
            }
        }
    }

    private static void tell(Walker parent, Walker child, Walker failed, String type, String detailsName) {
        var origin = child.origin();
        if (parent.stage() instanceof Stage.Iterating iterating && origin != null) {
            var details = Json.object().put("index", origin.index());
            failed.aside(
                    type,
                    Journal.named(
                            detailsName, details.put("name", iterating.at().state())));
        }
        if (child.id() != failed.id()) {
            aborted(child, failed);
        } else if (child.stage() instanceof Stage.Failed fallen
                && kind(child, fallen.at()).equals("Task")) {
            failed.aside("TaskStateAborted", Json.object());
        }
    }

    /** Tells that what stands in a state, and what came from it, has been cut; the events point to {@code last}'s. */
    static void aborted(Walker walker, Walker last) {
        for (var child : walker.turn().children(walker.id())) {
            aborted(child, last);
        }
        var type = switch (walker.stage()) {
            case Stage.Waiting _ -> "WaitStateAborted";
            case Stage.Working _ -> "TaskStateAborted";
            case Stage.BackingOff backing -> kind(walker, backing.at()) + "StateAborted";
            case Stage.Branching _ -> "ParallelStateAborted";
            case Stage.Iterating _, Stage.Distributing _ -> "MapStateAborted";
            case Stage.Failed _, Stage.Starting _, Stage.Ready _ -> "";
        };
        if (!type.isEmpty()) {
            last.aside(type, Json.object());
        }
    }

    private static String kind(Walker walker, Stage.Entered at) {
        return walker.turn().state(at.state()).kind();
    }
}
