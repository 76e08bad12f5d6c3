package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** Map runs with the inputs and the results of their children, durable. Changes have to be made inside one write. */
final class RunBook {
    private final MVMap<String, String> runs;
    private final MVMap<String, String> inputs;
    private final MVMap<String, String> results;

    RunBook(Store store) {
        this.runs = store.texts("workflow.mapruns");
        this.inputs = store.texts("workflow.mapruns-inputs");
        this.results = store.texts("workflow.mapruns-results");
    }

    Optional<MapRun> find(String arn) {
        return Optional.ofNullable(runs.get(arn)).map(text -> Json.read(text, MapRun.class));
    }

    void put(MapRun run) {
        runs.put(run.arn(), Json.text(run));
    }

    /** All runs of an execution. */
    List<MapRun> of(String parentArn) {
        var found = new ArrayList<MapRun>();
        for (var text : runs.values()) {
            var run = Json.read(text, MapRun.class);
            if (run.parentArn().equals(parentArn)) {
                found.add(run);
            }
        }
        return found;
    }

    void input(String arn, int child, JsonNode input) {
        inputs.put(key(arn, child), Json.text(input));
    }

    JsonNode input(String arn, int child) {
        return Json.read(String.valueOf(inputs.get(key(arn, child))));
    }

    /** Keeps what came of a child; false if that was known. */
    boolean result(String arn, int child, JsonNode result) {
        return results.put(key(arn, child), Json.text(result)) == null;
    }

    Optional<JsonNode> result(String arn, int child) {
        return Optional.ofNullable(results.get(key(arn, child))).map(Json::read);
    }

    void forgetResult(String arn, int child) {
        results.remove(key(arn, child));
    }

    private static String key(String arn, int child) {
        var digits = Integer.toString(child);
        return arn + "#" + "0".repeat(10 - digits.length()) + digits;
    }
}
