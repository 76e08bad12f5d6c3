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

/** Agrees to a compensation that somebody else has handed in. */
@Command(
        name = "approve",
        description = {
            "Agrees to a compensation that somebody else has handed in; its grants are made then. For approvers.",
            "Example: ./dev compensation approve outage-17 --digest 9f86…"
        },
        mixinStandardHelpOptions = true)
final class CompensationApprove implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The compensation's name.")
    private String id = "";

    @Option(
            names = "--digest",
            required = true,
            paramLabel = "DIGEST",
            description = "What you have looked at, as the status says.")
    private String digest = "";

    @Mixin
    private Staff staff = new Staff();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var answer = staff.change(
                "approver",
                "PUT",
                "/v1/compensations/%s/approval".formatted(id),
                Map.of(),
                Json.object().put("digest", digest));
        CompensationLines.print(out, "compensation approve", answer, json);
        return Exit.FINE;
    }
}
