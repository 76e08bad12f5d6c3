package com.lifeverse.local.cli;

import com.lifeverse.local.liveops.EventFolder;
import com.lifeverse.local.liveops.EventPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Live events as files. */
@Command(
        name = "liveops",
        description = "Live events as files: what will come of them.",
        subcommands = LiveopsCommand.Plan.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "plan")
final class LiveopsCommand {
    /** Looks at files alone: no stack is asked. */
    @Command(
            name = "plan",
            description = {
                "Checks the live events in a folder, and shows when each happens next and how players around the world have it. Needs no"
                        + " stack. Exit 1 if one of them has an error.",
                "Example: ./dev liveops plan live-events"
            },
            mixinStandardHelpOptions = true)
    static final class Plan implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "A folder of events, as *.yaml.")
        private @Nullable Path directory;

        @Option(names = "--at", paramLabel = "TIME", description = "As of that moment; now if absent.")
        private @Nullable String at;

        @Option(
                names = "--occurrences",
                paramLabel = "N",
                defaultValue = "5",
                description = "So many of each, at most; ${DEFAULT-VALUE} if absent.")
        private int occurrences;

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws Exit.Usage, IOException {
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            var folder = Home.resolve(Objects.requireNonNull(directory));
            if (!Files.isDirectory(folder)) {
                throw new Exit.Usage("There is no folder " + folder);
            }
            var now = now();
            var events = EventFolder.read(folder, Optional.of(Home.directory().resolve("docs")), now);
            if (events.entries().isEmpty()) {
                throw new Exit.Usage("There are no events in " + folder);
            }
            var plan = new EventPlan(events, now, occurrences);
            if (json) {
                Output.print(out, Output.document("liveops plan", events.isFine(), plan.result(), plan.findings()));
            } else {
                plan.print(out);
            }
            return events.isFine() ? Exit.FINE : Exit.FINDINGS;
        }

        private Instant now() throws Exit.Usage {
            try {
                return at == null ? Clock.systemUTC().instant() : Instant.parse(at);
            } catch (DateTimeParseException e) {
                throw new Exit.Usage("'%s' is no time such as 2026-12-04T18:00:00Z".formatted(at));
            }
        }
    }
}
