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
            "What `./dev prove` has shown, each line the last time that the check ran whole. All of it is *local*: on one machine, not"
                    + " on AWS. `./dev prove --only CHECK` shows it again.",
            "",
            "| check | result | what was played | commit | day | took | machine |",
            "| --- | --- | --- | --- | --- | --- | --- |");

    /** Writes the line of a check, in place of the one before. */
    public void write(Progress result, String commit, String day, String machine) {
        var rows = new TreeMap<String, String>();
        rows().forEach(row -> rows.put(row.split("\\|", -1)[1].strip(), row));
        var notes = result.notes().isEmpty() ? "" : "; " + result.notes();
        rows.put(
                result.check(),
                "| %s | %s | %s%s | %s | %s | %d s | %s |"
                        .formatted(
                                result.check(),
                                result.held() ? "holds" : "FAILS: " + String.join(", ", result.failures()),
                                result.range(),
                                notes,
                                commit,
                                day,
                                result.seconds(),
                                machine));
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
