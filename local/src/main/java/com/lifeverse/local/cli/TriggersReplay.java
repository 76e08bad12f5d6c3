package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
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

/** Has archived events told to the engine again. */
@Command(
        name = "replay",
        description = {
            "Has archived events of a span told to the engine again, marked as replay. What triggers missed is made up for; what they did"
                    + " is not done twice. Asked again with the same words it is the same run. For operators.",
            "Example: ./dev triggers replay --from 2026-11-20T10:00:00Z --to 2026-11-20T11:30:00Z --note 'engine was down'"
        },
        mixinStandardHelpOptions = true)
final class TriggersReplay implements Callable<Integer> {
    @Option(names = "--from", paramLabel = "TIME", required = true, description = "The first moment, by the happening.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "The first moment after it.")
    private @Nullable String to;

    @Option(
            names = "--filter",
            paramLabel = "FILE",
            description = "A file with an EventBridge pattern for the events that are meant; without it, all.")
    private @Nullable Path filter;

    @Option(names = "--note", paramLabel = "WHY", required = true, description = "Why, for whoever reads of it later.")
    private @Nullable String note;

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        ObjectNode asked = Json.object().put("from", from).put("to", to).put("note", note);
        if (filter != null) {
            asked.set("filter", pattern(Home.resolve(filter)));
        }
        var answer = desk.post("operator", "/v1/event-replays", asked);
        if (desk.json()) {
            Output.print(out, Output.success("triggers replay", answer));
        } else {
            out.printf(
                    "It runs as %s of the workflow event-replay.%n",
                    answer.path("replayId").asText());
            out.flush();
        }
        return Exit.FINE;
    }

    private static ObjectNode pattern(Path file) throws IOException, Exit.Usage {
        if (Json.parse(InputFile.text(file)).orElse(Json.array()) instanceof ObjectNode pattern) {
            return pattern;
        }
        throw new Exit.Usage("%s is not a pattern: a JSON object".formatted(file));
    }
}
