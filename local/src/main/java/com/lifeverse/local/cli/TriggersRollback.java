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
        if (number != null && number < 0) {
            throw new Exit.Usage("--to is the number of a publication, 0 or more, not %d".formatted(number));
        }
        var known = desk.get("viewer", "/v1/trigger-publications");
        var inForce = known.path("inForce");
        long before = inForce.path("publication").asLong() - 1;
        if (number == null && before < 0) {
            throw new Exit.Finding("Nobody has published yet: what comes with the code is in force.");
        }
        // Another step back would be one forth.
        if (number == null && inForce.has("backTo")) {
            throw new Exit.Finding("Publication %d took back to %s already; --to says how far back to go."
                    .formatted(before + 1, inForce.path("backTo").asText()));
        }
        var done = desk.post(
                "operator",
                "/v1/trigger-rollbacks",
                Json.object()
                        .put("base", inForce.path("revision").asText())
                        .put("note", note)
                        .put("publication", number == null ? before : number));
        return desk.done("triggers rollback", done, out);
    }
}
