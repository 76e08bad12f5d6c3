package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a trigger acts on an event, or does not. */
@Command(
        name = "explain",
        description = {
            "Says what an event means to a trigger that is in force on a stack: each condition with what it saw, the near miss, and"
                    + " the limit that stops it; what came of it if it is known, else what would come of it, if it were told now. With the"
                    + " player's state as it is now; changes nothing.",
            "Example: ./dev explain first-win-of-the-day events/match.ended.v1/samples/co-op-loss.json"
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TRIGGER", description = "The trigger's name.")
    private @Nullable String trigger;

    @Parameters(index = "1", paramLabel = "EVENT", description = "A file with a whole event, as it stands on the bus.")
    private @Nullable Path event;

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        ObjectNode asked = Json.object().put("trigger", trigger);
        asked.set("event", event());
        var explanation = desk.post("viewer", "/v1/trigger-explanations", asked);
        if (desk.json()) {
            Output.print(out, Output.success("explain", explanation));
            return Exit.FINE;
        }
        explanation.path("words").forEach(line -> out.println(line.asText()));
        out.flush();
        return Exit.FINE;
    }

    private JsonNode event() throws IOException, Exit.Usage {
        var file = Home.resolve(Objects.requireNonNull(event));
        if (!Files.isRegularFile(file)) {
            throw new Exit.Usage("There is no file " + event);
        }
        return Json.parse(InputFile.text(file))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Exit.Usage(
                        event + " is no event: it must hold one as a JSON object, as it stands on the bus"));
    }
}
