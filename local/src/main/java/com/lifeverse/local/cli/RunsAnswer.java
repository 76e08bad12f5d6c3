package com.lifeverse.local.cli;

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

/** Answers what a run asks. */
@Command(
        name = "answer",
        description = "Answers what a run asks; show says what it understands. The first answer counts. For operators.",
        mixinStandardHelpOptions = true)
final class RunsAnswer implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The name of its folder in statemachines/.")
    private String workflow = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "Its name, as the list has it.")
    private String run = "";

    @Parameters(index = "2", paramLabel = "ANSWER", description = "One of those that it understands.")
    private String answer = "";

    @Option(names = "--note", paramLabel = "WHY", required = true, description = "Why, for whoever reads of it later.")
    private String note = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Staff staff = new Staff();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var done = staff.post(
                "operator",
                RunPath.of(workflow, run) + "/answers",
                Json.object().put("answer", answer).put("note", note));
        if (json) {
            Output.print(out, Output.success("runs answer", done));
        } else {
            out.println("It is told.");
            out.flush();
        }
        return Exit.FINE;
    }
}
