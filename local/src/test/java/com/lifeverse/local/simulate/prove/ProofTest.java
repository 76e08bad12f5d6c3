package com.lifeverse.local.simulate.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("rules")
final class ProofTest {
    private static final Progress HALF = new Progress(
            "first-light", "sources-1", 50, 100, "1..50", List.of("first-light 7"), 12, Map.of("steps", 5L), "5 steps");
    private static final Progress WHOLE =
            new Progress("first-light", "sources-1", 100, 100, "1..100", List.of(), 24, Map.of("steps", 9L), "9 steps");

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void progressGoesOnWhereItWas() {
        var files = new ProgressFiles(directory.resolve("prove"));
        files.keep(HALF);
        assertThat(files.of("first-light", "sources-1")).isEqualTo(HALF);
    }

    @Test
    void progressMadeWithOtherSourcesIsWorthNothing() {
        var files = new ProgressFiles(directory);
        files.keep(HALF);
        assertThat(files.of("first-light", "sources-2")).isEqualTo(Progress.none("first-light", "sources-2"));
        assertThat(files.of("another", "sources-1").done()).isZero();
    }

    @Test
    void aCheckHasOneLineOnThePage() throws IOException {
        var page = new ProofPage(directory.resolve("docs/proof.md"));
        page.write(HALF, "abc", "2026-01-01", "2 cores");
        page.write(WHOLE, "def", "2026-01-02", "2 cores");
        page.write(Progress.none("expressions", "sources-1"), "def", "2026-01-02", "2 cores");
        assertThat(Files.readAllLines(directory.resolve("docs/proof.md")))
                .filteredOn(line -> line.startsWith("| first-light"))
                .containsExactly("| first-light | 100 | 1..100 | none | 24 s | def | 2026-01-02 | 2 cores | 9 steps |");
    }

    @Test
    void whatFailedIsSaid() throws IOException {
        new ProofPage(directory.resolve("proof.md")).write(HALF, "abc", "2026-01-01", "2 cores");
        assertThat(directory.resolve("proof.md")).content().contains("| first-light | 50 | 1..50 | first-light 7 |");
    }

    @Test
    void whatIsProvenByTestsIsToldHowMuchByAPropertyOfTheirs() throws IOException {
        var home = Path.of("..").toAbsolutePath().normalize();
        for (var check : Checks.of(home, home)) {
            if (check instanceof TestCheck test) {
                try (var files = Files.walk(home.resolve("local/src/test/java"))) {
                    var sources = files.filter(file -> file.endsWith(test.test() + ".java"))
                            .toList();
                    assertThat(sources).as(test.test()).hasSize(1);
                    assertThat(sources.getFirst()).content().contains("\"" + test.property() + "\"");
                }
            }
        }
    }

    @Test
    void aTestThatIsNotThereProvesNothing() throws InterruptedException {
        var kept = new ArrayList<Progress>();
        Consumer<String> nobody = _ -> {};
        var home = Path.of("..").toAbsolutePath().normalize();
        var check = new TestCheck("kill", "rounds", "NoSuchTest", "lifeverse.rounds", 200, home);
        var result = check.run(Progress.none("kill", "s"), kept::add, nobody);
        assertThat(result.held()).isFalse();
        assertThat(kept).containsExactly(result);
    }
}
