package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.machine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** Executions and their histories, durable. Its changes have to be made inside one {@link Store#write}. */
final class Executions {
    private final MVMap<String, String> executions;
    private final MVMap<String, String> running;
    private final MVMap<String, String> history;

    Executions(Store store) {
        this.executions = store.texts("workflow.executions");
        this.running = store.texts("workflow.running");
        this.history = store.texts("workflow.history");
    }

    /** Adds an execution, or answers the one that already has its ARN. */
    Optional<Execution> add(Execution execution) {
        var arn = execution.run().arn();
        var present = executions.putIfAbsent(arn, Json.text(execution));
        if (present != null) {
            return Optional.of(Json.read(present, Execution.class));
        }
        running.put(arn, "");
        return Optional.empty();
    }

    Optional<Execution> find(String arn) {
        return Optional.ofNullable(executions.get(arn)).map(text -> Json.read(text, Execution.class));
    }

    void advance(Execution execution, Step step) {
        var arn = execution.run().arn();
        executions.put(arn, Json.text(execution.with(step.progress())));
        for (var event : step.events()) {
            history.put(key(arn, event.id()), Json.text(event));
        }
        if (step.progress().status() != Status.RUNNING) {
            running.remove(arn);
        }
    }

    List<HistoryEvent> history(String arn) {
        return valuesFrom(history, arn + "#").stream()
                .map(text -> Json.read(text, HistoryEvent.class))
                .toList();
    }

    /** The executions whose ARN begins so, in the order of their names. */
    List<Execution> startingWith(String prefix) {
        return valuesFrom(executions, prefix).stream()
                .map(text -> Json.read(text, Execution.class))
                .toList();
    }

    /** The ARNs of all that run. */
    List<String> running() {
        return List.copyOf(running.keySet());
    }

    private static String key(String arn, long id) {
        return "%s#%06d".formatted(arn, id);
    }

    private static List<String> valuesFrom(MVMap<String, String> map, String prefix) {
        var found = new ArrayList<String>();
        var cursor = map.cursor(prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            found.add(cursor.getValue());
        }
        return found;
    }
}
