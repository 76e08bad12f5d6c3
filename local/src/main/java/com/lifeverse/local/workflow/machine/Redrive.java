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
            // These go on when what came from them is over; their retries count anew.
            case Stage.Branching(var at, var _, int left) ->
                walker.stand(new Stage.Branching(at, Stage.Tries.none(), left));
            case Stage.Iterating(var at, var _, int length, int next, int done, int concurrency) ->
                walker.stand(new Stage.Iterating(at, Stage.Tries.none(), length, next, done, concurrency));
            // What stands here goes on by itself.
            case Stage.Starting _, Stage.Ready _, Stage.Waiting _ -> {}
        }
    }
}
