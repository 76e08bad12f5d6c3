package com.lifeverse.local.cli;

import com.lifeverse.local.bench.Machine;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.prove.CannotRun;
import com.lifeverse.local.simulate.prove.Check;
import com.lifeverse.local.simulate.prove.Checks;
import com.lifeverse.local.simulate.prove.Progress;
import com.lifeverse.local.simulate.prove.ProgressFiles;
import com.lifeverse.local.simulate.prove.ProofPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the checks with their full counts, and writes down what came of them. */
@Command(
        name = "prove",
        description = {
            "Runs what ./dev test runs with reduced counts with the full ones; that takes up to hours. Interrupted, it goes on"
                    + " where it was, as long as the sources are the same. Results go into docs/proof.md with commit and seeds.",
            "Exit 1 if a check does not hold, which is then run anew by the next call; 3 if one could not be run.",
            "Example: ./dev prove --only expressions,kill"
        },
        mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            paramLabel = "CHECK",
            split = ",",
            description = "Which; without it, all. --list names them.")
    private List<String> chosen = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Scenarios play so many seeds; without it, the full count of ${DEFAULT-VALUE}.")
    private long seeds = Checks.SEEDS;

    @Option(names = "--list", description = "Name the checks and say how far each has come.")
    private boolean list;

    @Option(names = "--again", description = "Begin anew, whatever is done already.")
    private boolean again;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, Exit.Unusable, InterruptedException {
        var line = Objects.requireNonNull(spec).commandLine();
        var files = new ProgressFiles(Home.directory().resolve("target/prove"));
        var sources = System.getProperty("lifeverse.sources", "unknown");
        var results = new ArrayList<Progress>();
        for (var check : checks()) {
            var before = files.of(check.name(), sources);
            results.add(list ? before : proven(check, before, files, line.getErr()));
            if (!json) {
                line.getOut().println(text(check, results.getLast()));
                line.getOut().flush();
            }
        }
        if (json) {
            print(line.getOut(), results);
        } else if (!list && results.size() > 1) {
            line.getOut().println(together(results));
            line.getOut().flush();
        }
        return list || results.stream().allMatch(Progress::held) ? Exit.FINE : Exit.FINDINGS;
    }

    private List<Check> checks() throws Exit.Usage {
        var all = Checks.of(Home.directory(), Home.assembly(), seeds);
        var names = all.stream().map(Check::name).toList();
        for (var name : chosen) {
            if (!names.contains(name)) {
                throw new Exit.Usage(
                        "There is no check '%s'; the checks are: %s".formatted(name, String.join(" ", names)));
            }
        }
        return all.stream()
                .filter(check -> chosen.isEmpty() || chosen.contains(check.name()))
                .toList();
    }

    /** What is known already, if it holds; else what comes of going on, or of beginning anew where it failed. */
    private Progress proven(Check check, Progress known, ProgressFiles files, PrintWriter errors)
            throws Exit.Unusable, InterruptedException {
        boolean whole = known.done() >= check.total();
        if (whole && known.held() && !again) {
            return known;
        }
        var before = again || whole ? Progress.none(check.name(), known.sources()) : known;
        try {
            return prove(check, before, files, errors);
        } catch (CannotRun e) {
            throw new Exit.Unusable(
                    "%s could not be run, and says nothing: %s".formatted(check.name(), e.getMessage()));
        }
    }

    private static Progress prove(Check check, Progress before, ProgressFiles files, PrintWriter errors)
            throws CannotRun, InterruptedException {
        var progress = new ProgressLines(errors);
        if (before.done() > 0) {
            progress.say("%s: going on after %,d".formatted(check.name(), before.done()));
        }
        var result = check.run(before, files::keep, progress::say);
        var docs = Home.directory().resolve("docs");
        check.page(result).ifPresent(page -> write(docs.resolve(page.file()), page.text()));
        new ProofPage(docs.resolve("proof.md"))
                .write(
                        check.what(),
                        result,
                        new ProofPage.Circumstances(
                                System.getProperty("lifeverse.commit", "unknown"),
                                Clock.systemUTC().instant(),
                                machine()));
        return result;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static String machine() {
        var here = Machine.here();
        return "%d cores, %s, Java %s, load %.1f"
                .formatted(here.cores(), here.processor(), Runtime.version().feature(), Machine.load());
    }

    private static String together(List<Progress> results) {
        return "together: %,d of %,d checks hold, in %,d s"
                .formatted(
                        results.stream().filter(Progress::held).count(),
                        results.size(),
                        results.stream().mapToLong(Progress::seconds).sum());
    }

    private static String text(Check check, Progress result) {
        if (!result.complete()) {
            return "%s  %s%n    %s"
                    .formatted(
                            check.name(),
                            result.done() == 0
                                    ? "not run with these sources"
                                    : "%,d of %,d done".formatted(result.done(), result.total()),
                            check.what());
        }
        return "%s  %s: %s in %,d s%s%n    %s"
                .formatted(
                        check.name(),
                        result.held() ? "holds" : "FAILS (" + String.join(", ", result.failures()) + ")",
                        "%,d".formatted(result.done()),
                        result.seconds(),
                        result.notes().isEmpty() ? "" : "; " + result.notes(),
                        check.what());
    }

    private static void print(PrintWriter out, List<Progress> results) {
        var list = Json.array();
        var findings = Json.array();
        for (var result : results) {
            list.add(Json.node(result));
            result.failures()
                    .forEach(failure -> Output.finding(findings, result.check(), "/checks/" + result.check(), failure));
        }
        var document = Json.object();
        document.set("checks", list);
        Output.print(out, Output.document("prove", findings.isEmpty(), document, findings));
    }
}
