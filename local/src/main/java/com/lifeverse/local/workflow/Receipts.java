package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.task.Once;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/** What attempts of tasks have done while their executions do not know it yet. */
final class Receipts {
    private final Store store;
    private final MVMap<String, String> kept;

    Receipts(Store store) {
        this.store = store;
        this.kept = store.texts("workflow.receipts");
    }

    /** How one attempt is named, in all executions. */
    static String attempt(String executionArn, long strand, long attempt) {
        return executionArn + "#" + strand + "#" + attempt;
    }

    /**
     * Keeps what is done for that attempt, as long as it is {@code awaited}. What was kept is looked up now and not when
     * it is done: a call that is made twice on its way to the service is the service's business, as on AWS.
     */
    Once of(String attempt, BooleanSupplier awaited) {
        var done = Optional.ofNullable(kept.get(attempt)).map(Json::read);
        return effect -> done.orElseGet(() -> done(attempt, awaited, effect));
    }

    private JsonNode done(String attempt, BooleanSupplier awaited, Supplier<JsonNode> effect) {
        return store.write(() -> {
            var answer = effect.get();
            // A call that the network carries once more after the end has nobody who would ask for it again.
            if (awaited.getAsBoolean()) {
                kept.put(attempt, Json.text(answer));
            }
            return answer;
        });
    }

    /** Forgets an attempt that nobody awaits any more, and says what it did. Part of the write that says so. */
    Optional<JsonNode> forget(String attempt) {
        return Optional.ofNullable(kept.remove(attempt)).map(Json::read);
    }
}
