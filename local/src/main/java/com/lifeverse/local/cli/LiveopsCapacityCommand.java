package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.CapacityLines;
import com.lifeverse.local.liveops.EventFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what will stand ready for live events, and when. */
@Command(
        name = "capacity",
        description = {
            "Shows what a stage makes ready for the live events of a folder and when it takes it back, with the events that ask for it."
                    + " Needs no stack. Exit 1 if a file cannot be read as an event.",
            "Example: ./dev liveops capacity live-events --stage prod"
        },
        mixinStandardHelpOptions = true)
final class LiveopsCapacityCommand implements Callable<Integer> {
    private static final int WEEK = 7;
    private static final int MOST_WEEKS = 52;

    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "4",
            description = "So many, 52 at most; ${DEFAULT-VALUE} if absent.")
    private int weeks;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "dev",
            description = "With the numbers of that stage, as cdk/policies/ has them; ${DEFAULT-VALUE} if absent.")
    private String stage = "dev";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, IOException {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new Exit.Usage("--weeks is 1 to " + MOST_WEEKS);
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var read = folder.read();
        var lines = lines(read);
        boolean whole = read.entries().stream().allMatch(entry -> entry.read().isPresent());
        if (json) {
            Output.print(out, Output.document("liveops capacity", whole, lines.result(), Json.array()));
        } else {
            lines.print(out);
        }
        return whole ? Exit.FINE : Exit.FINDINGS;
    }

    private CapacityLines lines(EventFolder events) throws IOException, Exit.Usage {
        var file = Home.directory().resolve("cdk/policies").resolve(stage + ".json");
        if (!stage.matches("[a-z]+") || !Files.isRegularFile(file)) {
            throw new Exit.Usage("There is no stage " + stage);
        }
        try {
            return CapacityLines.of(events, folder.now(), Duration.ofDays((long) weeks * WEEK), Files.readString(file));
        } catch (IllegalStateException e) {
            throw new Exit.Usage(file + ": " + e.getMessage());
        }
    }
}
