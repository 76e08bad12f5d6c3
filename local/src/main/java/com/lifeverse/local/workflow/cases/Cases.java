package com.lifeverse.local.workflow.cases;

import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs case files. A case lies in {@code <machine>/cases/}, beside {@code <machine>/definition.asl.json}, whose
 * {@code ${Places}} stay as they are.
 */
public final class Cases {
    private static final PathMatcher FILES = FileSystems.getDefault().getPathMatcher("glob:**/cases/*.json");

    private Cases() {}

    /**
     * Plays one case.
     *
     * @throws IllegalArgumentException if the file is not a case
     * @throws UncheckedIOException if it or the definition cannot be read
     */
    public static CaseReport run(Path caseFile) {
        var file = caseFile.toAbsolutePath().normalize();
        var folder = machineOf(file);
        var machine = String.valueOf(folder.getFileName());
        var play = CaseFile.read(file);
        var run = new CaseRun(machine, definition(folder), play);
        var trace = run.play();
        var differences = new ArrayList<>(run.differences());
        differences.addAll(Expectations.differences(play.expect(), trace));
        return new CaseReport(file, machine, play.name(), trace, differences);
    }

    /**
     * The case files in a directory, ordered: a cases folder, a machine's folder, or a folder of machines.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static List<Path> in(Path directory) {
        try (var files = Files.walk(directory, 3)) {
            var found = files.map(file -> file.toAbsolutePath().normalize())
                    .filter(FILES::matches)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no case in " + directory);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    /** Plays all cases of a directory. */
    public static List<CaseReport> runAll(Path directory) {
        return in(directory).stream().map(Cases::run).toList();
    }

    private static Definition definition(Path folder) {
        try {
            return DefinitionReader.read(Files.readString(folder.resolve("definition.asl.json")));
        } catch (IOException e) {
            throw new UncheckedIOException("A case belongs to a definition.asl.json; none can be read in " + folder, e);
        }
    }

    private static Path machineOf(Path caseFile) {
        var cases = caseFile.getParent();
        if (cases == null || cases.getParent() == null) {
            throw new IllegalArgumentException(caseFile + " does not lie in <machine>/cases/");
        }
        return cases.getParent();
    }
}
