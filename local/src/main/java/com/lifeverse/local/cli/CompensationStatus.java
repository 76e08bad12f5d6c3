package com.lifeverse.local.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How compensations stand. */
@Command(
        name = "status",
        description = {
            "How a compensation stands, who did what, and how far its grants are; without a name, the last fifty.",
            "Example: ./dev compensation status outage-17"
        },
        mixinStandardHelpOptions = true)
final class CompensationStatus implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "The compensation's name; all if absent.")
    private String id = "";

    @Mixin
    private Staff staff = new Staff();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var answer = staff.get("viewer", id.isEmpty() ? "/v1/compensations" : "/v1/compensations/" + id);
        CompensationLines.print(out, "compensation status", answer, json);
        return Exit.FINE;
    }
}
