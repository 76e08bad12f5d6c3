package com.lifeverse.local.simulate.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("rules")
final class ProofTest {
    private static final Progress HALF = new Progress(
            "first-light", "sources-1", 50, 100, "1..50", List.of("first-light 7"), 12, Map.of("steps", 5L), "5 steps");
    private static final Progress WHOLE =
            new Progress("first-light", "sources-1", 100, 100, "1..100", List.of(), 24, Map.of("steps", 9L), "9 steps");

    private static final ProofPage.Circumstances MADE =
            new ProofPage.Circumstances("abc", Instant.parse("2026-01-02T03:04:05Z"), "2 cores, load 1.0");
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

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
        page.write("half", HALF, MADE);
        page.write("all | of it", WHOLE, MADE);
        page.write("nothing", Progress.none("expressions", "sources-1"), MADE);
        assertThat(Files.readAllLines(directory.resolve("docs/proof.md")))
                .filteredOn(line -> line.startsWith("| first-light"))
                .containsExactly(
                        "| first-light | all \\| of it | 100 | 1..100 | none | 2026-01-02T03:04:00Z | abc | 24 s"
                                + " | 2 cores, load 1.0 | 9 steps |");
    }

    @Test
    void whatFailedIsSaid() throws IOException {
        new ProofPage(directory.resolve("proof.md")).write("half", HALF, MADE);
        assertThat(directory.resolve("proof.md")).content().contains("| 50 | 1..50 | first-light 7 |");
    }

    @Test
    void whatIsProvenByTestsIsToldHowMuchByAPropertyOfTheirs() throws IOException, ClassNotFoundException {
        for (var check : Checks.of(HOME, HOME, Checks.SEEDS)) {
            if (check instanceof TestCheck test) {
                var module = test.test().startsWith("com.lifeverse.local.") ? "local" : "functions";
                var source = HOME.resolve(module)
                        .resolve("src/test/java")
                        .resolve(Class.forName(test.test()).getName().replace('.', '/') + ".java");
                assertThat(source).content().contains("\"" + test.property() + "\"", "\"" + TestCheck.SEED + "\"");
            }
        }
    }

    @Test
    void allThatMustHoldIsACheck() {
        assertThat(Checks.of(HOME, HOME, Checks.SEEDS))
                .extracting(Check::name)
                .contains("first-light", "expressions", "serializability", "kill", "verdicts");
    }
}
