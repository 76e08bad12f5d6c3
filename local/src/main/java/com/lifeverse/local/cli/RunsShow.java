package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a run. */
@Command(
        name = "show",
        description =
                "Shows a run: how it stands, where it is, its newest steps, and the event, trigger and decision that caused it.",
        mixinStandardHelpOptions = true)
final class RunsShow implements Callable<Integer> {
    private static final String STATE_ENTERED = "StateEntered";

    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The name of its folder in statemachines/.")
    private String workflow = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "Its name, as the list has it.")
    private String run = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Staff staff = new Staff();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var found = staff.get("viewer", RunPath.of(workflow, run));
        if (json) {
            Output.print(out, Output.success("runs show", found));
        } else {
            say(out, found);
            out.flush();
        }
        return Exit.FINE;
    }

    private static void say(PrintWriter out, JsonNode run) {
        out.printf("%s  %s%n", run.path("run").asText(), run.path("status").asText());
        out.printf("  from %s", run.path("startedAt").asText());
        out.println(run.has("endedAt") ? " to " + run.path("endedAt").asText() : "");
        out.printf(
                "  version %s, %d redrives, %d steps%n",
                run.path("version").asText(),
                run.path("redrives").asInt(),
                run.at("/progress/steps").asLong());
        causes(out, run.path("causedBy"));
        if (run.has("error")) {
            out.printf("! %s: %s%n", run.path("error").asText(), text(run.path("cause")));
        }
        if (run.has("output")) {
            out.println("= " + text(run.path("output")));
        }
        steps(run).forEach(out::println);
        if (run.path("status").asText().equals("running")) {
            out.printf("It is at %s.%n", run.at("/progress/state").asText());
            if (run.has("asks")) {
                out.printf(
                        "It asks an operator: %s%n",
                        String.join(
                                " or ",
                                run.path("asks")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .toList()));
            }
        }
    }

    private static void causes(PrintWriter out, JsonNode cause) {
        if (cause.has("correlationId")) {
            out.printf("  event %s%n", cause.path("correlationId").asText());
        }
        if (cause.has("trigger")) {
            out.printf(
                    "  trigger %s, decision %s, effect %d, for %s%n",
                    cause.path("trigger").asText(),
                    cause.path("decisionId").asText(),
                    cause.path("tier").asInt(),
                    cause.path("playerId").asText());
        }
    }

    /** The states that it has come through, the newest last. */
    private static List<String> steps(JsonNode run) {
        return run.path("history")
                .valueStream()
                .filter(step -> step.path("type").asText().endsWith(STATE_ENTERED))
                .map(step -> "  " + step.path("at").asText() + "  "
                        + step.path("state").asText())
                .toList()
                .reversed();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
