package com.lifeverse.local.cli;

import com.lifeverse.local.dryrun.DryRun;
import com.lifeverse.local.dryrun.Request;
import com.lifeverse.local.dryrun.Samples;
import com.lifeverse.local.dryrun.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a trigger would have done. */
@Command(
        name = "dry-run",
        description = {
            "Plays archived events through a trigger, in their order and in their own time, and says what it would have done, for whom,"
                    + " what limits and duplicates stopped, and what it would cost a day and a month. Does nothing to anybody.",
            "Example: ./dev dry-run first-win-of-the-day --archive archive --from 2026-11-14T00:00:00Z --to 2026-11-21T00:00:00Z",
            "Example: ./dev dry-run triggers/first-win-of-the-day.yaml --samples events/match.ended.v1/samples"
        },
        mixinStandardHelpOptions = true)
final class DryRunCommand implements Callable<Integer> {
    /** Far longer than anything is archived; what has no end is a slip of the pen. */
    private static final Duration LONGEST = Duration.ofDays(400);

    @Parameters(paramLabel = "TRIGGER", description = "A trigger's file, or the name of one in triggers/.")
    private @Nullable String trigger;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another version of it, to compare with. Exit 1 if they differ.")
    private @Nullable String against;

    @Option(names = "--from", paramLabel = "TIME", description = "The first moment, such as 2026-11-14T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "The first moment after it; time goes on until then.")
    private @Nullable String to;

    @Option(
            names = "--late",
            paramLabel = "DURATION",
            defaultValue = "PT24H",
            description = "How long after it happened an event may have been told; default ${DEFAULT-VALUE}.")
    private String late = "PT24H";

    @Option(
            names = "--sweep",
            paramLabel = "DURATION",
            defaultValue = "PT1M",
            description = "How often the stage sweeps for what time brings about; default ${DEFAULT-VALUE}.")
    private String sweep = "PT1M";

    @Option(names = "--samples", paramLabel = "FILE", description = "Take the events of this file or folder instead.")
    private @Nullable Path samples;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ArchivePlace place = new ArchivePlace();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var line = Objects.requireNonNull(spec).commandLine();
        var progress = new ProgressLines(line.getErr());
        var tried = file(Objects.requireNonNull(trigger));
        var taken = samples == null ? Optional.<Samples>empty() : Optional.of(Samples.of(Home.resolve(samples)));
        var plan = plan(tried, taken);
        try (var scratch = Scratch.open()) {
            var run = new DryRun(plan, scratch);
            place.read(taken, plan, event -> {
                run.take(event);
                progress.sometimes(() -> "%,d events read%s"
                        .formatted(
                                run.read(),
                                run.reached().map(at -> ", up to " + at).orElse("")));
            });
            var report = run.end();
            if (json) {
                Output.print(line.getOut(), Output.success("dry-run", report.document()));
            } else {
                new DryRunLines(line.getOut()).print(report.document());
            }
            return report.differs() ? Exit.FINDINGS : Exit.FINE;
        }
    }

    private DryRun.Plan plan(Path tried, Optional<Samples> taken) throws IOException, Exit.Usage, Exit.Finding {
        var first = from == null ? taken.flatMap(all -> all.edge(false)) : Optional.of(time("--from", from));
        var last = to == null
                ? taken.flatMap(all -> all.edge(true)).map(time -> time.plusMillis(1))
                : Optional.of(time("--to", to));
        if (first.isEmpty() || last.isEmpty()) {
            throw new Exit.Usage("Say --from and --to, such as --from 2026-11-14T00:00:00Z --to 2026-11-21T00:00:00Z");
        }
        if (!first.get().isBefore(last.get())
                || Duration.between(first.get(), last.get()).compareTo(LONGEST) > 0) {
            throw new Exit.Usage("--to is after --from, by %d days at most".formatted(LONGEST.toDays()));
        }
        var other = against == null ? Optional.<Path>empty() : Optional.of(file(against));
        try {
            return new Request(
                            tried, other, first.get(), last.get(), duration("--late", late), duration("--sweep", sweep))
                    .plan();
        } catch (Request.Faulty e) {
            throw new Exit.Finding(String.valueOf(e.getMessage()));
        }
    }

    private static Path file(String name) throws Exit.Usage {
        var given = Home.resolve(Path.of(name));
        var path = Files.isRegularFile(given) ? given : Home.directory().resolve("triggers/" + name + ".yaml");
        if (!Files.isRegularFile(path)) {
            throw new Exit.Usage("There is no file %s, and no trigger of that name in triggers/".formatted(name));
        }
        return path;
    }

    private static Instant time(String option, String text) throws Exit.Usage {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw new Exit.Usage("%s is a time in UTC, such as 2026-11-14T00:00:00Z, not '%s'".formatted(option, text));
        }
    }

    private static Duration duration(String option, String text) throws Exit.Usage {
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative()
                    && duration.compareTo(LONGEST) <= 0
                    && (duration.toSeconds() > 0 || option.equals("--late"))) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // Said below, as of what is too short.
        }
        throw new Exit.Usage("%s is a duration, such as PT1M, of %d days at most, not '%s'"
                .formatted(option, LONGEST.toDays(), text));
    }
}
