package com.lifeverse.local.simulate.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
                    + " machine, not on AWS. `./dev prove --only CHECK` shows it again; `./dev prove` writes this page.",
            "",
            "| check | what | count | seeds | failures | when | commit | took | machine and load | measured |",
            "| --- | --- | ---: | --- | --- | --- | --- | ---: | --- | --- |");

    /**
     * What a result was made with.
     *
     * @param when to the minute, in UTC
     * @param machine which, and what else it had to do
     */
    public record Circumstances(String commit, Instant when, String machine) {}

    /** Writes the line of a check, in place of the one before. */
    public void write(String what, Progress result, Circumstances made) {
        var rows = new TreeMap<String, String>();
        rows().forEach(row -> rows.put(row.split("\\|", -1)[1].strip(), row));
        rows.put(
                result.check(),
                "| %s | %s | %,d | %s | %s | %s | %s | %,d s | %s | %s |"
                        .formatted(
                                result.check(),
                                what.replace("|", "\\|"),
                                result.done(),
                                result.range(),
                                result.held() ? "none" : String.join(", ", result.failures()),
                                made.when().truncatedTo(ChronoUnit.MINUTES),
                                made.commit(),
                                result.seconds(),
                                made.machine(),
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
