package com.lifeverse.local.simulate.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The page that says what was proven, with which sources and when: a line a check, the last time that it ran whole.
 *
 * @param file made if it is not there
 */
public record ProofPage(Path file) {
    private static final List<String> HEAD = List.of(
            "# Proof",
            "",
            "What `./dev prove` has shown, each line the last time that the check ran whole. All of it is *local*: on one"
                    + " machine, not on AWS. `./dev prove CHECK` shows it again; `./dev prove` writes this page.",
            "",
            "| check | count | seeds | failures | took | commit | day | machine | measured |",
            "| --- | ---: | --- | --- | ---: | --- | --- | --- | --- |");

    /** Writes the line of a check, in place of the one before. */
    public void write(Progress result, String commit, String day, String machine) {
        var rows = new TreeMap<String, String>();
        rows().forEach(row -> rows.put(row.split("\\|", -1)[1].strip(), row));
        rows.put(
                result.check(),
                "| %s | %,d | %s | %s | %d s | %s | %s | %s | %s |"
                        .formatted(
                                result.check(),
                                result.done(),
                                result.range(),
                                result.held() ? "none" : String.join(", ", result.failures()),
                                result.seconds(),
                                commit,
                                day,
                                machine,
                                result.notes()));
        var lines = new ArrayList<>(HEAD);
        lines.addAll(rows.values());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private List<String> rows() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| check") && !line.startsWith("| ---"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
