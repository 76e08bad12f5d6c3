package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.PlanFile;
import java.nio.file.Files;
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

/** Hands in a plan of grants. */
@Command(
        name = "submit",
        description = {
            "Hands in a plan of grants: what ./dev compensation --json has printed, or {id, reason, incident, message, lines}. Nothing is given until a second person agrees. For authors.",
            "Example: ./dev compensation submit plan.json --reason 'The festival was away.' --incident INC-17"
        },
        mixinStandardHelpOptions = true)
final class CompensationSubmit implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "The plan's file.")
    private Path plan = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "The name it gets; by default that in the file.")
    private @Nullable String id;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for who agrees to it.")
    private @Nullable String reason;

    @Option(
            names = "--incident",
            paramLabel = "TEXT",
            description = "What it makes up for, such as the number of the incident.")
    private @Nullable String incident;

    @Option(names = "--message", paramLabel = "KEY", description = "The text that its players find in the inbox.")
    private @Nullable String message;

    @Mixin
    private Staff staff = new Staff();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var file = Home.resolve(plan);
        if (!Files.isRegularFile(file)) {
            throw new Exit.Usage("There is no file " + file);
        }
        var document = Json.parse(Files.readString(file))
                .flatMap(PlanFile::read)
                .orElseThrow(() -> new Exit.Usage(file + " is no plan of grants"));
        put(document, "id", id);
        put(document, "reason", reason);
        put(document, "incident", incident);
        put(document, "message", message);
        CompensationLines.print(out, "compensation submit", staff.post("author", "/v1/compensations", document), json);
        return Exit.FINE;
    }

    private static void put(ObjectNode document, String member, @Nullable String value) {
        if (value != null) {
            document.put(member, value);
        }
    }
}
