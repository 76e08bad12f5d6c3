package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a compensation back. */
@Command(
        name = "recall",
        description = {
            "Takes a compensation back that you have handed in, and that nobody has decided about.",
            "Example: ./dev compensation recall outage-17"
        },
        mixinStandardHelpOptions = true)
final class CompensationRecall implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The compensation's name.")
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
        var answer =
                staff.change("author", "PUT", "/v1/compensations/%s/recall".formatted(id), Map.of(), Json.object());
        CompensationLines.print(out, "compensation recall", answer, json);
        return Exit.FINE;
    }
}
