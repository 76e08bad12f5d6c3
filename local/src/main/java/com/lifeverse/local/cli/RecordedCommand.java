package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.recorded.KindReport;
import com.lifeverse.local.recorded.Recorded;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays answers that AWS itself gave. */
@Command(
        name = "recorded",
        description = {
            "Plays answers that AWS itself gave against this stack: a line a kind, then every difference. Exit 1 if there is one,"
                    + " 2 if the cases cannot be read.",
            "Example: ./dev recorded --dir my-recordings"
        },
        mixinStandardHelpOptions = true)
final class RecordedCommand implements Callable<Integer> {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder with a folder a kind; without it the project's own cases.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var kinds = play();
        if (json) {
            Output.print(out, document(kinds));
        } else {
            print(out, kinds);
        }
        return kinds.stream().allMatch(kind -> kind.differences().isEmpty()) ? Exit.FINE : Exit.FINDINGS;
    }

    private List<KindReport> play() throws Exit.Usage {
        var place = directory == null
                ? Home.directory().resolve("local/src/test/resources/recorded")
                : Home.resolve(directory);
        try {
            return Recorded.play(place);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        }
    }

    private static void print(PrintWriter out, List<KindReport> kinds) {
        kinds.forEach(kind -> out.printf("%s %d/%d%n", kind.kind(), kind.passed(), kind.total()));
        kinds.stream()
                .flatMap(kind -> kind.differences().stream())
                .forEach(found -> out.printf(
                        "%s  %s  %s  %s%n", found.caseName(), found.pointer(), found.expected(), found.actual()));
        out.flush();
    }

    /** As every command's document, and beside that what runners of recorded answers read: kinds and differences. */
    private static ObjectNode document(List<KindReport> kinds) {
        var all = kinds.stream().flatMap(kind -> kind.differences().stream()).toList();
        var findings = Json.array();
        all.forEach(found -> Output.finding(
                findings,
                found.kind(),
                found.pointer(),
                "%s: AWS gives %s, this stack %s".formatted(found.caseName(), found.expected(), found.actual())));
        var result = Json.object()
                .put("passed", kinds.stream().mapToInt(KindReport::passed).sum())
                .put("total", kinds.stream().mapToInt(KindReport::total).sum());
        var document = Output.document("recorded", all.isEmpty(), result, findings);
        var list = document.putArray("kinds");
        var differences = document.putArray("differences");
        for (var kind : kinds) {
            list.addObject()
                    .put("kind", kind.kind())
                    .put("passed", kind.passed())
                    .put("total", kind.total());
            for (var found : kind.differences()) {
                differences
                        .addObject()
                        .put("kind", found.kind())
                        .put("case", found.caseName())
                        .put("pointer", found.pointer())
                        .put("expected", found.expected())
                        .put("actual", found.actual());
            }
        }
        return document;
    }
}
