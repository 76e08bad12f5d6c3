package com.lifeverse.local.workflow.machine;

import com.lifeverse.local.kernel.Json;

/** The rules of a redrive: what did not succeed is done again, with all its retries; what did succeed is kept. */
final class Redrive {
    private Redrive() {}

    static void begin(Turn turn) {
        turn.redrive();
        var root = turn.root();
        root.write(
                "ExecutionRedriven",
                "executionRedrivenEventDetails",
                Json.object().put("redriveCount", turn.redrives()));
        long event = root.pointer();
        for (var walker : turn.everyone()) {
            again(walker, event);
        }
    }

    private static void again(Walker walker, long event) {
        walker.pointTo(event);
        switch (walker.stage()) {
            case Stage.Failed(var at) -> States.run(walker, at, walker.turn().state(at.state()));
            case Stage.Working working -> States.again(walker, working.at(), Stage.Tries.none());
            case Stage.BackingOff backing -> States.again(walker, backing.at(), Stage.Tries.none());
            case Stage.Distributing distributing -> {
                walker.write(
                        "MapRunRedriven",
                        "mapRunRedrivenEventDetails",
                        Json.object()
                                .put("mapRunArn", distributing.runArn())
                                .put("redriveCount", walker.turn().redrives()));
                walker.stand(distributing.again());
            }
            // What stands here goes on by itself, or when what came from it is over.
            case Stage.Starting _, Stage.Ready _, Stage.Waiting _, Stage.Branching _, Stage.Iterating _ -> {}
        }
    }
}
