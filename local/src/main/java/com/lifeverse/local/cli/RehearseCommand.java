package com.lifeverse.local.cli;

import com.lifeverse.local.rehearse.Rehearsal;
import com.lifeverse.local.rehearse.ReportJson;
import com.lifeverse.local.rehearse.ReportPage;
import com.lifeverse.local.rehearse.Script;
import com.lifeverse.local.rehearse.ScriptFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a live event as a whole, before anybody has it. */
@Command(
        name = "rehearse",
        description = {
            "Plays a live event from its publication until it is over for everybody, in virtual time on a stack of its own: staff"
                    + " publish it, bots around the world sign in, poll the timeline, and note by their own clocks when it passes"
                    + " into its phases. Writes report.html and report.json.",
            "Exit 1 if something must not be: a phase that nobody told, or too late; a bot that missed one, or had another flag"
                    + " than it should; an answer that no good client should get.",
            "The same seed is the same rehearsal.",
            "Example: ./dev rehearse live-events/weekend-festival.yaml --players 50 --out target/festival"
        },
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "FILE", description = "The event; what it requires is looked for in the same folder.")
    private @Nullable Path file;

    @Option(
            names = "--players",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many bots, 500 at most; ${DEFAULT-VALUE} if absent.")
    private int players;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Who they are, and when they look.")
    private long seed;

    @Option(
            names = "--occurrences",
            paramLabel = "N",
            defaultValue = "4",
            description = "Of an event that comes again the first so many; ${DEFAULT-VALUE} if absent.")
    private int occurrences;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Those that are not over by then; the first if absent.")
    private @Nullable String from;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go; target/rehearsals/EVENT of the checkout if absent.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, Exit.Unusable, Exit.Finding, IOException {
        var script = script();
        if (!Files.exists(Home.assembly().resolve("manifest.json"))) {
            throw new Exit.Unusable("There is no assembly in " + Home.assembly() + "; ./dev synth makes it.");
        }
        var line = Objects.requireNonNull(spec).commandLine();
        var progress = new ProgressLines(line.getErr());
        long began = System.nanoTime();
        long busy = worked();
        var performance = Rehearsal.of(script)
                .play(
                        Home.assembly(),
                        now -> progress.sometimes(
                                () -> "%s: it is %s of %s".formatted(script.name(), now, script.ends())));
        var findings = performance.findings();
        var report = new ReportJson(performance, findings);
        var document = Output.document("rehearse", findings.isEmpty(), report.result(), report.list());
        var folder =
                out == null ? Home.directory().resolve("target/rehearsals").resolve(script.name()) : Home.resolve(out);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.json"), document.toPrettyString() + "\n");
        Files.writeString(folder.resolve("report.html"), new ReportPage(performance, findings).html());
        if (json) {
            Output.print(line.getOut(), document);
        } else {
            report.lines().forEach(line.getOut()::println);
            findings.stream()
                    .limit(SHOWN)
                    .forEach(each ->
                            line.getOut().println("%s %s: %s".formatted(each.code(), each.about(), each.message())));
            line.getOut().println("%d findings; %s".formatted(findings.size(), folder.resolve("report.html")));
            line.getOut().flush();
        }
        line.getErr()
                .println("took %.1f s, of them %.1f s of the processor"
                        .formatted(seconds(System.nanoTime() - began), seconds(worked() - busy)));
        line.getErr().flush();
        return findings.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }

    private static double seconds(long nanoseconds) {
        return Duration.ofNanos(nanoseconds).toMillis() / 1000.0;
    }

    /** What this thread, which plays all of it, has had of the processor: on a busy machine the time says little. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Script script() throws Exit.Usage, Exit.Finding, IOException {
        var path = Home.resolve(Objects.requireNonNull(file)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw new Exit.Usage("There is no file " + path);
        }
        try {
            var start = from == null ? Instant.EPOCH : Instant.parse(from);
            return ScriptFile.read(path, Home.directory(), players, seed, start, occurrences);
        } catch (DateTimeParseException e) {
            throw new Exit.Usage("'%s' is no time such as 2026-12-04T18:00:00Z".formatted(from));
        } catch (IllegalArgumentException e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        } catch (ScriptFile.Faulty e) {
            throw new Exit.Finding(String.valueOf(e.getMessage()));
        }
    }
}
