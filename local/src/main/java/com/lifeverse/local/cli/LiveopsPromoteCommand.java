package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.Differences;
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

/** Takes what players of one stage have to the desk of the next. */
@Command(
        name = "promote",
        description = {
            "Saves on one stack, as an author, what is published on another of the events that a folder names, and shows what"
                    + " that changes. Nothing is approved or published by it. What is so already stays as it is. Exit 1 if an event"
                    + " is not published there.",
            "Example: ./dev liveops promote live-events --from https://api.beta.example --to https://api.example"
        },
        mixinStandardHelpOptions = true)
final class LiveopsPromoteCommand implements Callable<Integer> {
    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Option(names = "--from", paramLabel = "URL", required = true, description = "Where the events are published.")
    private String from = "";

    @Option(names = "--to", paramLabel = "URL", required = true, description = "Where they are to be saved.")
    private String to = "";

    @Option(
            names = "--from-token",
            paramLabel = "TOKEN",
            description = "A viewer's token there; a local stack gives one by itself.")
    private String fromToken = "";

    @Option(
            names = "--to-token",
            paramLabel = "TOKEN",
            description = "An author's token; a local stack gives one by itself.")
    private String toToken = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Whose token a local stack gives, if none is given; you, if absent.")
    private String name = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var run = new LiveopsRun(
                "liveops promote", Objects.requireNonNull(spec).commandLine().getOut(), json);
        var there = LiveopsDesk.of(Staff.at(from, fromToken, name));
        var here = LiveopsDesk.of(Staff.at(to, toToken, name));
        for (var entry : folder.read().entries()) {
            if (entry.read().isEmpty()) {
                run.missed(String.valueOf(entry.path().getFileName()), "form", "is no event");
                continue;
            }
            try {
                promote(entry.event(), there, here, run);
            } catch (Exit.Finding refused) {
                run.missed(entry.event(), "refused", String.valueOf(refused.getMessage()));
            }
        }
        return run.end();
    }

    private static void promote(String event, LiveopsDesk there, LiveopsDesk here, LiveopsRun run)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var source = there.find(event).filter(known -> known.has("publishedRevision"));
        if (source.isEmpty()) {
            run.missed(event, "unpublished", "is not published where it should come from");
            return;
        }
        // Only where the last revision is another one, it is said by itself.
        var published = source.get().has("publishedDocument")
                ? source.get().path("publishedDocument")
                : source.get().path("document");
        var known = here.find(event);
        var differences =
                Differences.between(known.map(each -> each.path("document")).orElseGet(Json::object), published);
        if (known.isPresent() && differences.isEmpty()) {
            run.did(event, "unchanged", List.of());
            return;
        }
        long basedOn = known.map(each -> each.path("version").asLong()).orElse(0L);
        var saved = here.save(event, basedOn, published);
        run.did(event, "saved as revision " + saved.path("latestRevision").asInt(), differences);
    }
}
