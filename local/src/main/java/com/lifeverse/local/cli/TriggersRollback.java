package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts in force again what was before. */
@Command(
        name = "rollback",
        description =
                "Puts in force again what was published before. It becomes a publication of its own, so that it can be undone, too.",
        mixinStandardHelpOptions = true)
final class TriggersRollback implements Callable<Integer> {
    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            description = "The publication; 0 is what comes with the code. The one before the last if absent.")
    private @Nullable Long number;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note = "";

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var inForce = desk.get("/v1/trigger-publications", "viewer").path("inForce");
        long before = inForce.path("publication").asLong() - 1;
        if (number == null && before < 0) {
            throw new Exit.Finding("Nobody has published yet: what comes with the code is in force.");
        }
        var done = desk.post(
                "/v1/trigger-rollbacks",
                "operator",
                Json.object()
                        .put("base", inForce.path("revision").asText())
                        .put("note", note)
                        .put("publication", number == null ? before : number));
        if (desk.json()) {
            Output.print(out, Output.success("triggers rollback", done));
            return Exit.FINE;
        }
        TriggerDesk.changes(done.path("changes"), out);
        out.printf("Publication %d is in force.%n", done.path("publication").asLong());
        out.flush();
        return Exit.FINE;
    }
}
