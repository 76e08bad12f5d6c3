package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An execution through every kind of state, whose process is killed the hard way behind each of its durable writes. */
@Tag("adapters")
class EveryTransitionTest {
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path directory;

    private record Outcome(String output, List<String> history, int effects, int receipts) {}

    @Test
    void processThatIsKilledAtAnyTransitionLosesNoEffectAndRepeatsNone() throws Exception {
        var writes = new AtomicInteger();
        Outcome uncut;
        try (var store = Store.inMemory()) {
            store.witness(writes::incrementAndGet);
            uncut = outcome(store);
        }
        assertThat(uncut.output()).isEqualTo("[\"kept\",\"Busy\",{\"answered\":true}]");
        assertThat(uncut.receipts()).isZero();
        assertThat(uncut.effects()).isEqualTo(12);
        assertThat(writes).hasValueGreaterThan(75);
        kill(writes.get());
        for (int cut = 1; cut <= writes.get(); cut++) {
            try (var store = Store.in(directory.resolve(String.valueOf(cut)))) {
                assertThat(outcome(store)).as("cut behind write %d", cut).isEqualTo(uncut);
            }
        }
    }

    private static Outcome outcome(Store store) {
        var stack = EveryKind.on(store);
        var arn = EveryKind.run(stack);
        assertThat(stack.faults).isEmpty();
        return new Outcome(
                stack.output(arn),
                // Which of two branches comes first is not said, and may be another one after a restart.
                stack.workflows.history(arn).stream()
                        .map(HistoryEvent::type)
                        .sorted()
                        .toList(),
                stack.effects(),
                store.texts("workflow.receipts").size());
    }

    private void kill(int writes) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CutShort.class.getName(),
                        directory.toString(),
                        String.valueOf(writes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("All stand where they stand");
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).as("killed, and nothing else").isEqualTo(KILLED);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
