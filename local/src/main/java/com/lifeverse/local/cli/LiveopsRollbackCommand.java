package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.liveops.Differences;
import com.lifeverse.local.liveops.EventFolder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes back what files brought to players. */
@Command(
        name = "rollback",
        description = {
            "Takes back what the live events in a folder brought to players: they get what they had before, or lose"
                    + " what they did not have. Where players have something else already, nothing is done.",
            "Example: ./dev liveops rollback live-events --url https://api.example --token TOKEN"
        },
        mixinStandardHelpOptions = true)
final class LiveopsRollbackCommand implements Callable<Integer> {
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
                "liveops rollback", Objects.requireNonNull(spec).commandLine().getOut(), json);
        var events = folder.read();
        if (run.refuses(events, folder.now())) {
            return Exit.FINDINGS;
        }
        for (var entry : events.entries()) {
            try {
                takeBack(entry, run);
            } catch (Exit.Finding refused) {
                run.missed(entry.event(), "refused", String.valueOf(refused.getMessage()));
            }
        }
        return run.end();
    }

    private void takeBack(EventFolder.Entry entry, LiveopsRun run)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var event = entry.event();
        var there = desk.find(event);
        if (there.isEmpty() || !hasIt(there.get(), entry.document())) {
            run.did(event, "unchanged", List.of());
        } else if (there.get().has("previousRevision")) {
            int before = there.get().path("previousRevision").asInt();
            desk.publish(event, before);
            run.did(event, "published revision " + before + " again", List.of());
        } else {
            desk.withdraw(event);
            run.did(event, "withdrawn", List.of());
        }
    }

    /** Whether players have what the file says. */
    private static boolean hasIt(JsonNode there, JsonNode document) {
        var had = there.has("publishedDocument") ? there.path("publishedDocument") : there.path("document");
        return there.has("publishedRevision")
                && Differences.between(had, document).isEmpty();
    }
}
