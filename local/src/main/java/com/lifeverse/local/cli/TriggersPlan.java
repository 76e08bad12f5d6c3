package com.lifeverse.local.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a folder of triggers and schedules would change. */
@Command(
        name = "plan",
        description =
                "Says what would be added (+), changed (~) and removed (-), and what is wrong (!). Exit 1 if anything is.",
        mixinStandardHelpOptions = true)
final class TriggersPlan implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder, such as triggers.")
    private @Nullable Path folder;

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var triggers = TriggerFolder.read(Home.resolve(Objects.requireNonNull(folder)));
        var plan = desk.plan(triggers);
        if (desk.json()) {
            boolean same = plan.path("base").equals(plan.path("revision"));
            var findings = TriggerDesk.findings(plan, triggers);
            boolean fine = same && findings.isEmpty();
            Output.print(out, Output.document("triggers plan", fine, plan, findings));
            return fine ? Exit.FINE : Exit.FINDINGS;
        }
        boolean sound = TriggerDesk.isSound(plan, triggers, out);
        boolean changes = TriggerDesk.changes(plan.path("changes"), out);
        TriggerDesk.stages(plan, out);
        out.println(changes ? "This is not in force yet." : "This is in force.");
        out.flush();
        return sound && !changes ? Exit.FINE : Exit.FINDINGS;
    }
}
