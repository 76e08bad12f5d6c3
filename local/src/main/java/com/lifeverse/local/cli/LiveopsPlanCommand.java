package com.lifeverse.local.cli;

import com.lifeverse.local.liveops.EventPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at files alone: no stack is asked. */
@Command(
        name = "plan",
        description = {
            "Checks the live events in a folder, and shows when each happens next and how players around the world"
                    + " have it; for how many it is, what it takes of the account's quotas, costs and gives away, and what"
                    + " others need the time for (plan/capacity.yaml and plan/freezes.yaml in the folder). Needs no stack."
                    + " Exit 1 if one of them has an error.",
            "Example: ./dev liveops plan live-events"
        },
        mixinStandardHelpOptions = true)
final class LiveopsPlanCommand implements Callable<Integer> {
    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Option(
            names = "--occurrences",
            paramLabel = "N",
            defaultValue = "5",
            description = "So many of each, at most; ${DEFAULT-VALUE} if absent.")
    private int occurrences;

    @Option(
            names = "--profiles",
            paramLabel = "FILE",
            description = "A sample of players, a JSON document in each line: {playerId, clientVersion, profile}.")
    private @Nullable Path profiles;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var ground = folder.ground(profiles);
        var events = folder.read().on(ground, folder.now());
        var plan = new EventPlan(events, ground, folder.now(), occurrences);
        if (json) {
            Output.print(out, Output.document("liveops plan", events.isFine(), plan.result(), plan.findings()));
        } else {
            plan.print(out);
        }
        return events.isFine() ? Exit.FINE : Exit.FINDINGS;
    }
}
