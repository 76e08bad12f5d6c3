package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.cases.CaseReport;
import com.lifeverse.local.workflow.cases.Cases;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs workflow cases in virtual time and shows what each did. */
@Command(
        name = "case",
        description = {
            "Runs one workflow case, or all below a directory, in virtual time with the replies that the case gives, and shows the"
                    + " trace. Exit 1 if one comes out otherwise than it says.",
            "Example: ./dev case statemachines/trigger-effects"
        },
        mixinStandardHelpOptions = true)
final class CaseCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|DIR",
            description = "A case file, a workflow's folder, or the folder of all workflows.")
    private @Nullable Path place;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var reports = run(Home.resolve(Objects.requireNonNull(place)));
        if (json) {
            Output.print(out, document(reports));
        } else {
            reports.forEach(report -> print(report, out));
            long passed = reports.stream().filter(CaseReport::passed).count();
            out.printf("%d of %d cases hold%n", passed, reports.size());
            out.flush();
        }
        return reports.stream().allMatch(CaseReport::passed) ? Exit.FINE : Exit.FINDINGS;
    }

    private static List<CaseReport> run(Path place) throws Exit.Usage {
        if (!Files.exists(place)) {
            throw new Exit.Usage("There is no " + place);
        }
        try {
            return Files.isDirectory(place) ? Cases.runAll(place) : List.of(Cases.run(place));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        }
    }

    private static void print(CaseReport report, PrintWriter out) {
        var trace = report.trace();
        out.printf("%s  %s: %s%n", report.passed() ? "holds" : "DIFFERS", report.machine(), report.name());
        out.printf("    %s after %s by %s%n", trace.status(), trace.elapsed(), String.join(" > ", trace.path()));
        for (var difference : report.differences()) {
            out.printf(
                    "    %s: expected %s, got %s%n", difference.pointer(), difference.expected(), difference.actual());
        }
    }

    private static ObjectNode document(List<CaseReport> reports) {
        var result = Json.array();
        var findings = Json.array();
        for (var report : reports) {
            var node = result.addObject()
                    .put("file", report.file().toString())
                    .put("workflow", report.machine())
                    .put("name", report.name())
                    .put("passed", report.passed())
                    .put("status", report.trace().status().name())
                    .put("elapsed", report.trace().elapsed().toString());
            report.trace().path().forEach(node.putArray("path")::add);
            report.trace().events().forEach(node.putArray("events")::add);
            for (var difference : report.differences()) {
                Output.finding(
                        findings,
                        "difference",
                        report.file() + "#" + difference.pointer(),
                        "expected %s, got %s".formatted(difference.expected(), difference.actual()));
            }
        }
        return Output.document("case", findings.isEmpty(), result, findings);
    }
}
