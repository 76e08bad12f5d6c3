package com.lifeverse.local.cli;

import com.lifeverse.local.liveops.EventFolder;
import com.lifeverse.local.liveops.PlanGround;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The folder of live events that a command is about. */
final class LiveopsFolder {
    @Parameters(paramLabel = "DIR", description = "A folder of events, as *.yaml.")
    private @Nullable Path directory;

    @Option(names = "--at", paramLabel = "TIME", description = "Check the times as of that moment; now if absent.")
    private @Nullable String at;

    EventFolder read() throws IOException, Exit.Usage {
        var folder = Home.resolve(Objects.requireNonNull(directory));
        if (!Files.isDirectory(folder)) {
            throw new Exit.Usage("There is no folder " + folder);
        }
        var events = EventFolder.read(folder, Optional.of(Home.directory().resolve("docs")), now());
        if (events.entries().isEmpty()) {
            throw new Exit.Usage("There are no events in " + folder);
        }
        return events;
    }

    /** What a plan is held against, as it is in that folder. */
    PlanGround ground(@Nullable Path profiles) throws IOException, Exit.Usage {
        try {
            return PlanGround.read(
                    Home.resolve(Objects.requireNonNull(directory)),
                    Optional.ofNullable(profiles).map(Home::resolve));
        } catch (PlanGround.Faulty e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new Exit.Usage("There is no file " + e.getMessage());
        }
    }

    Instant now() throws Exit.Usage {
        try {
            return at == null ? Clock.systemUTC().instant() : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new Exit.Usage("'%s' is no time such as 2026-12-04T18:00:00Z".formatted(at));
        }
    }
}
