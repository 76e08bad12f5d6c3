package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a run. */
@Command(
        name = "start",
        description = "Begins a run of a workflow that is meant to be started by people. For operators.",
        mixinStandardHelpOptions = true)
final class RunsStart implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The name of its folder in statemachines/.")
    private String workflow = "";

    @Option(
            names = "--input",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "As its input.schema.json wants it; default ${DEFAULT-VALUE}.")
    private String input = "{}";

    @Option(names = "--run", paramLabel = "NAME", description = "Its name, of which there is one; made up if absent.")
    private @Nullable String run;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Staff staff = new Staff();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        ObjectNode asked = Json.object();
        asked.set("input", input());
        if (run != null) {
            asked.put("run", run);
        }
        var done = staff.post("operator", RunPath.of(workflow), asked);
        if (json) {
            Output.print(out, Output.success("runs start", done));
        } else {
            out.println("It has begun: " + done.path("run").asText());
            out.flush();
        }
        return Exit.FINE;
    }

    private ObjectNode input() throws Exit.Usage {
        if (Json.parse(input).orElse(Json.array()) instanceof ObjectNode object) {
            return object;
        }
        throw new Exit.Usage("--input is a JSON object, not '%s'".formatted(input));
    }
}
