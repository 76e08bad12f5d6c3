package com.lifeverse.local.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.simulate.workflow.ManyShapes;
import com.lifeverse.local.simulate.world.Disk;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What executions need to be gone on with is spoilt, between one life of the stack and the next: the simulation has to notice. */
@Tag("stack")
final class BrokenWorkflowsTest {
    private static final int SEEDS = 200;

    @Test
    void anExecutionThatIsDroppedIsNoticed() {
        noticed("every-execution-ends", store -> store.texts("workflow.running").clear());
    }

    @Test
    void anExecutionThatIsForgottenIsNoticed() {
        noticed(
                "no-execution-is-lost",
                store -> List.of("running", "starts", "strands", "progress")
                        .forEach(map -> store.texts("workflow." + map).clear()));
    }

    @Test
    void aTimerThatIsLostIsNoticed() {
        noticed(
                "every-execution-ends",
                store -> strands(store, "waiting", strand -> stage(strand).put("until", "2027-01-01T00:00:00Z")));
    }

    @Test
    void aTimerThatFiresEarlyIsNoticed() {
        noticed(
                "no-timer-is-early",
                store -> strands(store, "waiting", strand -> stage(strand).put("until", "2025-01-01T00:00:00Z")));
    }

    @Test
    void aBackOffThatIsNotKeptIsNoticed() {
        noticed(
                "no-timer-is-early",
                store -> strands(store, "backing-off", strand -> stage(strand).put("until", "2025-01-01T00:00:00Z")));
    }

    @Test
    void anEffectThatIsNotRememberedIsNoticed() {
        noticed(
                "no-repeat-without-cause",
                store -> store.texts("workflow.receipts").clear());
    }

    @Test
    void aStateThatIsEnteredAnewIsNoticed() {
        noticed(
                "no-repeat-without-cause",
                store -> strands(store, "working", strand -> {
                    var at = stage(strand).path("at");
                    strand.putObject("stage")
                            .put("stage", "ready")
                            .put("state", at.path("state").asText())
                            .set("input", at.path("input"));
                }));
    }

    @Test
    void aTaskThatIsTakenAsDoneIsNoticed() {
        noticed("no-effect-is-lost", store -> {
            var strands = store.texts("workflow.strands");
            for (var entry : List.copyOf(strands.entrySet())) {
                var strand = (ObjectNode) Json.read(entry.getValue());
                var stage = stage(strand);
                if (stage.path("stage").asText().equals("working") && !stage.has("submitted")) {
                    var arn = entry.getKey().substring(0, entry.getKey().lastIndexOf('#'));
                    var attempt = arn + "#" + strand.path("id") + "#" + stage.path("attempt");
                    store.texts("workflow.receipts").putIfAbsent(attempt, "{}");
                }
            }
        });
    }

    @Test
    void aHistoryThatLosesItsLastEventIsNoticed() {
        noticed("history-is-whole", store -> {
            var history = store.texts("workflow.history");
            history.remove(history.lastKey());
        });
    }

    @Test
    void aHistoryThatIsWrittenAnewIsNoticed() {
        noticed("history-stays-as-it-is", store -> {
            var history = store.texts("workflow.history");
            for (var event : List.copyOf(history.entrySet())) {
                history.put(event.getKey(), event.getValue().replace("PassStateEntered", "PassStateLeft"));
            }
        });
    }

    private static ObjectNode stage(ObjectNode strand) {
        return (ObjectNode) strand.path("stage");
    }

    /** Changes all strands that stand so. */
    private static void strands(Store store, String stage, Consumer<ObjectNode> change) {
        var strands = store.texts("workflow.strands");
        for (var entry : List.copyOf(strands.entrySet())) {
            var strand = (ObjectNode) Json.read(entry.getValue());
            if (strand.at("/stage/stage").asText().equals(stage)) {
                change.accept(strand);
                strands.put(entry.getKey(), Json.text(strand));
            }
        }
    }

    private static void noticed(String invariant, Consumer<Store> spoiling) {
        var simulation = Theatre.of(new ManyShapes()).on(() -> spoilt(spoiling));
        for (long seed = 1; seed <= SEEDS; seed++) {
            if (simulation.play(seed).violations().stream()
                    .anyMatch(found -> found.invariant().equals(invariant))) {
                return;
            }
        }
        throw new AssertionError("Nothing was noticed in " + SEEDS + " seeds");
    }

    private static Disk spoilt(Consumer<Store> spoiling) {
        var disk = Disk.inMemory();
        return new Disk() {
            @Override
            public Store store() {
                return disk.store();
            }

            @Override
            public Store reopened() {
                var store = disk.reopened();
                store.witness(() -> {});
                store.write(() -> spoiling.accept(store));
                return store;
            }

            @Override
            public void close() {
                disk.close();
            }
        };
    }
}
