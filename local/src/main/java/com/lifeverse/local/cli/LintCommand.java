package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.lint.Finding;
import com.lifeverse.local.workflow.lint.Lint;
import com.lifeverse.local.workflow.task.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads state machines for what they would stumble over. */
@Command(
        name = "lint",
        description = {
            "Reads state machines for what could be deployed and would fail: variables that nothing assigned, unknown functions,"
                    + " integrations and error names, tokens handed to nobody, handlers that nothing reaches. Exit 1 if there is"
                    + " an error; warnings alone are fine.",
            "Example: ./dev lint statemachines/trigger-effects"
        },
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    private static final String ENDING = ".asl.json";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description = "A definition, or a folder with some; without it all of statemachines/.")
    private @Nullable Path place;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var root = place == null ? Home.directory().resolve("statemachines") : Home.resolve(place);
        var found = new LinkedHashMap<Path, List<Finding>>();
        for (var file : definitions(root)) {
            found.put(file, Lint.of(InputFile.text(file), Reach::holds));
        }
        boolean fine = found.values().stream().flatMap(List::stream).noneMatch(Finding::isError);
        if (json) {
            var findings = Json.array();
            found.forEach((file, list) -> list.forEach(finding -> findings.addObject()
                    .put("severity", severity(finding))
                    .put("code", finding.code())
                    .put("pointer", file + "#" + finding.pointer())
                    .put("message", finding.message())));
            Output.print(out, Output.document("lint", fine, Json.object().put("machines", found.size()), findings));
        } else {
            found.forEach((file, list) -> list.forEach(finding -> out.printf(
                    "%s#%s%n    %s %s: %s%n",
                    file, finding.pointer(), severity(finding), finding.code(), finding.message())));
            out.printf("%d machines, %d findings%n", found.size(), count(found));
            out.flush();
        }
        return fine ? Exit.FINE : Exit.FINDINGS;
    }

    private static List<Path> definitions(Path root) throws IOException, Exit.Usage {
        if (!Files.exists(root)) {
            throw new Exit.Usage("There is no " + root);
        }
        try (var files = Files.walk(root, 3)) {
            var found = files.filter(file -> file.equals(root) ? Files.isRegularFile(file) : isDefinition(file))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new Exit.Usage("There is no state machine in " + root);
            }
            return found;
        }
    }

    private static boolean isDefinition(Path file) {
        return file.toString().endsWith(ENDING);
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static int count(Map<Path, List<Finding>> found) {
        return found.values().stream().mapToInt(List::size).sum();
    }
}
