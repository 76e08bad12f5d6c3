package com.lifeverse.local.cli;

import com.lifeverse.local.liveops.Differences;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds files against a stack. */
@Command(
        name = "diff",
        description = {
            "Shows how the live events of a stack differ from those in a folder: in their last revisions, and in what"
                    + " players have. Changes nothing. Exit 1 if there is a difference.",
            "Example: ./dev liveops diff live-events --url https://api.example --token TOKEN"
        },
        mixinStandardHelpOptions = true)
final class LiveopsDiffCommand implements Callable<Integer> {
    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Mixin
    private LiveopsDesk desk = new LiveopsDesk();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var run = new LiveopsRun(
                "liveops diff", Objects.requireNonNull(spec).commandLine().getOut(), json);
        var events = folder.read();
        if (run.refuses(events, folder.now())) {
            return Exit.FINDINGS;
        }
        for (var entry : events.entries()) {
            var event = entry.event();
            var there = desk.find(event);
            if (there.isEmpty()) {
                run.missed(event, "missing", "is not there");
                continue;
            }
            var differences = Differences.between(there.get().path("document"), entry.document());
            if (!differences.isEmpty()) {
                run.did(event, "differs", differences);
                run.missed(event, "differs", "has another last revision");
            } else if (!there.get().path("state").asText().equals("published")) {
                run.missed(event, "unpublished", "is there as a revision that players do not have");
            } else {
                run.did(event, "same", differences);
            }
        }
        return run.end();
    }
}
