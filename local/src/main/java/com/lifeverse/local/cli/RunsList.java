package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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

/** Lists runs. */
@Command(
        name = "list",
        description = "Lists the runs of a workflow, the newest first, a page at a time.",
        mixinStandardHelpOptions = true)
final class RunsList implements Callable<Integer> {
    private static final List<String> STATUSES =
            List.of("running", "succeeded", "failed", "timed-out", "aborted", "pending-redrive");

    @Parameters(paramLabel = "WORKFLOW", description = "The name of its folder in statemachines/.")
    private String workflow = "";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only such: running, succeeded, failed, timed-out, aborted.")
    private @Nullable String status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many; default ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Behind the page that said so.")
    private @Nullable String cursor;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Staff staff = new Staff();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var page = staff.get("viewer", path());
        if (json) {
            Output.print(out, Output.success("runs list", page));
            return Exit.FINE;
        }
        for (var run : page.path("runs")) {
            out.println(line(run));
        }
        if (page.path("runs").isEmpty()) {
            out.println("None.");
        }
        if (page.has("cursor")) {
            out.printf("There are more: --cursor %s%n", page.path("cursor").asText());
        }
        out.flush();
        return Exit.FINE;
    }

    private String path() throws Exit.Usage {
        if (status != null && !STATUSES.contains(status)) {
            throw new Exit.Usage("--status is one of %s".formatted(String.join(", ", STATUSES)));
        }
        if (limit < 1 || limit > 100) {
            throw new Exit.Usage("--limit is 1 to 100");
        }
        var parameters = new ArrayList<>(List.of(RunPath.parameter("limit", Integer.toString(limit))));
        if (status != null) {
            parameters.add(RunPath.parameter("status", status));
        }
        if (cursor != null) {
            parameters.add(RunPath.parameter("cursor", cursor));
        }
        return RunPath.of(workflow) + "?" + String.join("&", parameters);
    }

    private static String line(JsonNode run) {
        return "%-9s %-24s %-24s %s"
                .formatted(
                        run.path("status").asText(),
                        run.path("startedAt").asText(),
                        run.path("endedAt").asText("still going on"),
                        run.path("run").asText());
    }
}
