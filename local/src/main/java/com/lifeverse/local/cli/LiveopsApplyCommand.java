package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.Differences;
import com.lifeverse.local.liveops.EventFolder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings files to a stack, one step at a time. */
@Command(
        name = "apply",
        description = {
            "Saves the live events in a folder on a stack, as an author; with --approve approves what was saved of"
                    + " them, as another person; with --publish brings it to players, as an operator. What is so already"
                    + " stays as it is. If one file has an error, nothing is sent.",
            "All that is published in one go is a batch, which liveops rollback takes back. Whoever repeats what was cut in the"
                    + " middle may go on with its batch by --batch.",
            "Example: ./dev liveops apply live-events --url https://api.example --token TOKEN"
        },
        mixinStandardHelpOptions = true)
final class LiveopsApplyCommand implements Callable<Integer> {
    /** A further step, instead of the first. */
    private static final class Step {
        @Option(names = "--approve", description = "Approve what the folder has, where it is saved.")
        private boolean approve;

        @Option(names = "--publish", description = "Publish what the folder has, where it is approved.")
        private boolean publish;
    }

    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Mixin
    private LiveopsDesk desk = new LiveopsDesk();

    @ArgGroup
    private Step step = new Step();

    @Option(names = "--batch", paramLabel = "ID", description = "The batch of what is published; a new one if absent.")
    private String batch = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var run = new LiveopsRun(
                "liveops apply", Objects.requireNonNull(spec).commandLine().getOut(), json);
        batch = batch.isEmpty() ? UUID.randomUUID().toString() : batch;
        var events = folder.read();
        if (run.refuses(events, folder.now())) {
            return Exit.FINDINGS;
        }
        for (var entry : events.entries()) {
            try {
                apply(entry, run);
            } catch (Exit.Finding refused) {
                run.missed(entry.event(), "refused", String.valueOf(refused.getMessage()));
            }
        }
        return run.end();
    }

    private void apply(EventFolder.Entry entry, LiveopsRun run)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var event = entry.event();
        var there = desk.find(event);
        var differences = Differences.between(
                there.map(known -> known.path("document")).orElseGet(Json::object), entry.document());
        if (!step.approve && !step.publish) {
            if (there.isPresent() && differences.isEmpty()) {
                run.did(event, "unchanged", List.of());
            } else {
                long basedOn =
                        there.map(known -> known.path("version").asLong()).orElse(0L);
                var saved = desk.save(event, basedOn, entry.document());
                run.did(
                        event,
                        "saved as revision " + saved.path("latestRevision").asInt(),
                        differences);
            }
        } else if (there.isEmpty() || !differences.isEmpty()) {
            run.missed(event, "not-saved", "is not saved as the folder has it: apply it first");
        } else {
            further(event, there.get(), run);
        }
    }

    private void further(String event, JsonNode known, LiveopsRun run)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        int revision = known.path("latestRevision").asInt();
        var state = known.path("state").asText();
        boolean done = state.equals("published") || (step.approve && state.equals("approved"));
        if (done) {
            run.did(event, "unchanged", List.of());
        } else if (step.approve) {
            desk.approve(event, revision);
            run.did(event, "approved revision " + revision, List.of());
        } else {
            desk.publish(event, revision, batch);
            run.did(event, "published revision " + revision, List.of(), batch);
        }
    }
}
