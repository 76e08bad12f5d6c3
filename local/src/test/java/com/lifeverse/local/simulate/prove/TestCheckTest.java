package com.lifeverse.local.simulate.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that is proven by tests: batch by batch, each in a process of its own. */
@Tag("adapters")
final class TestCheckTest {
    private final List<Progress> kept = new ArrayList<>();

    @TempDir
    private Path home = Path.of(".");

    /** A checkout whose tests are built: all of it is on one class path. */
    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(home.resolve("local/target"));
        Files.writeString(home.resolve("local/target/test-classpath.txt"), System.getProperty("java.class.path"));
    }

    @Test
    void everyBatchIsKeptWhenItIsDone() throws Exception {
        var result = check(6, 2).run(Progress.none("sample", "s"), kept::add, TestCheckTest::forget);
        assertThat(kept).extracting(Progress::done).containsExactly(2L, 4L, 6L);
        assertThat(kept.getLast()).isEqualTo(result);
        assertThat(result.complete() && result.held()).isTrue();
        assertThat(result.range()).isEqualTo("1..3");
        assertThat(result.notes()).isEqualTo("2 a seed; 6 of them matching; 6 pairs");
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws Exception {
        var told = new ArrayList<String>();
        var half = check(4, 2).run(Progress.none("sample", "s"), kept::add, TestCheckTest::forget);
        check(6, 2).run(half, kept::add, told::add);
        assertThat(told)
                .filteredOn(line -> line.contains("pid"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("seed 3"));
        assertThat(kept.getLast().done()).isEqualTo(6);
    }

    @Test
    void aBatchThatFailsIsAFindingAndTheOthersAreRunAllTheSame() throws Exception {
        var told = new ArrayList<String>();
        var result = check(9, Sample.ODD_FAIL).run(Progress.none("sample", "s"), kept::add, told::add);
        assertThat(result.failures()).containsExactly("sample 1", "sample 3");
        assertThat(told)
                .anyMatch(line -> line.contains("-Dtest=Sample -Dsample.amount=3 -Dlifeverse.seed=3"))
                .anyMatch(line -> line.contains("[seed 3]"));
    }

    @Test
    void aProcessThatEndsOtherwiseSaysNothingAndIsNotKept() {
        assertThatThrownBy(
                        () -> check(8, Sample.ENDS).run(Progress.none("sample", "s"), kept::add, TestCheckTest::forget))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("137");
        assertThat(kept).isEmpty();
    }

    @Test
    void aTestThatIsNotThereSaysNothing() {
        var check = new TestCheck("none", "nothing", "com.lifeverse.NoSuchTest", "sample.amount", 1, 1, process());
        assertThatThrownBy(() -> check.run(Progress.none("none", "s"), kept::add, TestCheckTest::forget))
                .isInstanceOf(CannotRun.class);
        assertThat(kept).isEmpty();
    }

    @Test
    void testsThatAreNotBuiltSayNothing() throws IOException {
        Files.delete(home.resolve("local/target/test-classpath.txt"));
        assertThatThrownBy(() -> check(1, 1).run(Progress.none("sample", "s"), kept::add, TestCheckTest::forget))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("not built");
    }

    @Test
    void theProcessEndsWhenTheOneThatStartedItIsKilled() throws Exception {
        var starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = starter.inputReader(StandardCharsets.UTF_8)) {
            var child = lines.lines()
                    .filter(line -> line.contains("pid "))
                    .findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.replaceFirst(".*pid ", ""))))
                    .orElseThrow();
            assertThat(child.isAlive()).isTrue();
            starter.toHandle().destroyForcibly();
            child.onExit().get(30, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        } finally {
            starter.destroyForcibly();
        }
    }

    /** A {@code ./dev prove} that is to be killed. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            new TestCheck(
                            "sample",
                            "waits",
                            Sample.class.getName(),
                            "sample.amount",
                            Sample.WAITS,
                            Sample.WAITS,
                            new TestProcess(Path.of(arguments[0])))
                    .run(Progress.none("sample", "s"), TestCheckTest::forget, System.out::println);
        }
    }

    private static void forget(Object said) {
        assertThat(said).isNotNull();
    }

    private TestCheck check(long total, long batch) {
        return new TestCheck("sample", "a sample", Sample.class.getName(), "sample.amount", total, batch, process());
    }

    private TestProcess process() {
        return new TestProcess(home);
    }
}
