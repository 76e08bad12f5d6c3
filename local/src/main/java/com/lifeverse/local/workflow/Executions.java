package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Progress;
import com.lifeverse.local.workflow.machine.Scene;
import com.lifeverse.local.workflow.machine.Slot;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.machine.Step;
import com.lifeverse.local.workflow.machine.Strand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/**
 * Executions and their histories, durable. What is fixed, what changes with each step, and what is large are kept apart,
 * so that a step writes little. Changes have to be made inside one {@link Store#write}.
 */
final class Executions {
    private final MVMap<String, String> starts;
    private final MVMap<String, String> progress;
    private final MVMap<String, String> strands;
    private final MVMap<String, String> values;
    private final MVMap<String, String> running;
    private final MVMap<String, String> history;

    Executions(Store store) {
        this.starts = store.texts("workflow.starts");
        this.progress = store.texts("workflow.progress");
        this.strands = store.texts("workflow.strands");
        this.values = store.texts("workflow.values");
        this.running = store.texts("workflow.running");
        this.history = store.texts("workflow.history");
    }

    /** Adds an execution, or answers the one that already has its ARN and was not over before {@code forgotten}. */
    Optional<Execution> add(Execution.Start start, Instant forgotten) {
        var arn = start.run().arn();
        var present = find(arn);
        if (present.isPresent()) {
            boolean old = present.get()
                    .ending()
                    .filter(end -> end.when().isBefore(forgotten))
                    .isPresent();
            if (!old) {
                return present;
            }
            List.of(strands, values, history).forEach(map -> forget(map, arn + "#"));
        }
        starts.put(arn, Json.text(start));
        progress.put(arn, Json.text(Progress.accepted()));
        strands.put(strandKey(arn, Strand.ROOT), Json.text(Strand.root()));
        running.put(arn, "");
        return Optional.empty();
    }

    Optional<Execution> find(String arn) {
        return start(arn).map(start -> new Execution(start, progress(arn)));
    }

    Optional<Execution.Start> start(String arn) {
        return Optional.ofNullable(starts.get(arn)).map(text -> Json.read(text, Execution.Start.class));
    }

    /** Says anew what was fixed at the start: a redrive gives an execution its time once more. */
    void restart(Execution.Start start) {
        var arn = start.run().arn();
        starts.put(arn, Json.text(start));
        // What fails where it is taken up is over already.
        if (progress(arn).status() == Status.RUNNING) {
            running.put(arn, "");
        }
    }

    private Progress progress(String arn) {
        return Json.read(String.valueOf(progress.get(arn)), Progress.class);
    }

    /** What is kept of an execution, as its rules read it. */
    Scene scene(String arn) {
        return new Kept(arn);
    }

    void advance(String arn, Step step, boolean forGood) {
        progress.put(arn, Json.text(step.progress()));
        step.emptied().forEach(id -> forget(values, valuePrefix(arn, id)));
        step.ended().forEach(id -> {
            strands.remove(strandKey(arn, id));
            forget(values, valuePrefix(arn, id));
        });
        step.changed().forEach(strand -> strands.put(strandKey(arn, strand.id()), Json.text(strand)));
        step.values().forEach((slot, value) -> values.put(valueKey(arn, slot), Json.text(value)));
        for (var event : step.events()) {
            history.put(historyKey(arn, event.id()), Json.text(event));
        }
        if (step.progress().status() != Status.RUNNING) {
            running.remove(arn);
            if (forGood) {
                forget(strands, arn + "#");
                forget(values, arn + "#");
            }
        }
    }

    List<HistoryEvent> history(String arn) {
        return valuesFrom(history, arn + "#").stream()
                .map(text -> Json.read(text, HistoryEvent.class))
                .toList();
    }

    /** One event of a history. */
    Optional<HistoryEvent> event(String arn, long id) {
        return Optional.ofNullable(history.get(historyKey(arn, id))).map(text -> Json.read(text, HistoryEvent.class));
    }

    /** The executions whose ARN begins so, in the order of their names. */
    List<Execution> startingWith(String prefix) {
        return keysFrom(starts, prefix).stream()
                .flatMap(arn -> find(arn).stream())
                .toList();
    }

    /** The ARNs of all that run. */
    List<String> running() {
        return List.copyOf(running.keySet());
    }

    boolean isRunning(String arn) {
        return running.containsKey(arn);
    }

    private static String historyKey(String arn, long id) {
        return arn + "#" + padded(id);
    }

    private static String strandKey(String arn, long id) {
        return arn + "#" + padded(id);
    }

    private static String valuePrefix(String arn, long strand) {
        return arn + "#" + padded(strand) + "#";
    }

    private static String valueKey(String arn, Slot slot) {
        return valuePrefix(arn, slot.strand()) + slot.what().name() + "#" + slot.index();
    }

    private static String padded(long id) {
        var digits = Long.toString(id);
        return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    }

    private static void forget(MVMap<String, String> map, String prefix) {
        keysFrom(map, prefix).forEach(map::remove);
    }

    private static List<String> keysFrom(MVMap<String, String> map, String prefix) {
        var found = new ArrayList<String>();
        var cursor = map.cursor(prefix);
        while (cursor.hasNext()) {
            var key = cursor.next();
            if (!key.startsWith(prefix)) {
                break;
            }
            found.add(key);
        }
        return found;
    }

    private static List<String> valuesFrom(MVMap<String, String> map, String prefix) {
        var found = new ArrayList<String>();
        var cursor = map.cursor(prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            found.add(cursor.getValue());
        }
        return found;
    }

    private final class Kept implements Scene {
        private final String arn;

        Kept(String arn) {
            this.arn = arn;
        }

        @Override
        public Progress progress() {
            return Executions.this.progress(arn);
        }

        @Override
        public Optional<Strand> strand(long id) {
            return Optional.ofNullable(strands.get(strandKey(arn, id))).map(text -> Json.read(text, Strand.class));
        }

        @Override
        public List<Strand> strands() {
            return valuesFrom(strands, arn + "#").stream()
                    .map(text -> Json.read(text, Strand.class))
                    .toList();
        }

        @Override
        public Optional<JsonNode> value(Slot slot) {
            return Optional.ofNullable(values.get(valueKey(arn, slot))).map(Json::read);
        }
    }
}
