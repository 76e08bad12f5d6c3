package com.lifeverse.local.workflow.machine;

/** The rules of an execution that is ended from outside. */
final class Cuts {
    private Cuts() {}

    /** Ends everything; each state that is cut says so first. */
    static void whole(Turn turn, Status status, String event, String detailsName, Failure why) {
        var root = turn.root();
        if (root.stage() instanceof Stage.Starting) {
            // Accepted and not begun yet: every history begins with its start.
            root.start();
        }
        for (var child : turn.children(Strand.ROOT)) {
            Children.aborted(child, root);
        }
        var own = ownEvent(root.stage());
        if (!own.isEmpty()) {
            root.write(own);
        }
        root.end(status, event, detailsName, why);
    }

    private static String ownEvent(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> "WaitStateAborted";
            case Stage.Working _, Stage.BackingOff _ -> "TaskStateAborted";
            case Stage.Branching _ -> "ParallelStateAborted";
            case Stage.Iterating _, Stage.Distributing _ -> "MapStateAborted";
            case Stage.Starting _, Stage.Ready _, Stage.Failed _ -> "";
        };
    }
}
