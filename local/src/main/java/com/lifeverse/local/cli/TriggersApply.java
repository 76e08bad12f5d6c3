package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a folder of triggers in force. */
@Command(
        name = "apply",
        description =
                "Puts the triggers and schedules of a folder in force, and no others. What has findings (!) is not. Done again, it changes nothing. Without an in-force.txt that names them, all files of the folder are meant.",
        mixinStandardHelpOptions = true)
final class TriggersApply implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder, such as triggers.")
    private @Nullable Path folder;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note = "";

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var triggers = TriggerFolder.read(Home.resolve(Objects.requireNonNull(folder)));
        var plan = desk.plan(triggers);
        if (!plan.path("findings").isEmpty()) {
            if (desk.json()) {
                Output.print(out, Output.document("triggers apply", false, plan, TriggerDesk.findings(plan, triggers)));
            } else {
                TriggerDesk.isSound(plan, triggers, out);
            }
            out.flush();
            return Exit.FINDINGS;
        }
        var asked = Json.object().put("base", plan.path("base").asText()).put("note", note);
        triggers.into(asked);
        var done = desk.post("approver", "/v1/trigger-publications", asked);
        if (!desk.json()) {
            TriggerDesk.stages(plan, out);
        }
        return desk.done("triggers apply", done, out);
    }
}
