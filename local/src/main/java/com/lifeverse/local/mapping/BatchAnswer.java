package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a function's answer to a batch means for the batch. */
public sealed interface BatchAnswer {
    /** Every record is done with. */
    record Done() implements BatchAnswer {}

    /** No record counts as done. */
    record Failed(Optional<String> functionError) implements BatchAnswer {}

    /** These are not done, all others are. */
    record Partly(Set<String> failed) implements BatchAnswer {
        public Partly {
            failed = Set.copyOf(failed);
        }
    }

    /**
     * Reads an answer. Lambda's own rules: nothing reported (no answer, an empty one, no or an empty list) means that all
     * went well; an identifier that is missing, empty or not of this batch means that nothing can be relied on.
     *
     * @param partialFailures whether the mapping looks into answers at all
     * @param batch the identifiers of the records in it
     */
    static BatchAnswer of(Functions.Answer answer, boolean partialFailures, Set<String> batch) {
        if (answer.functionError().isPresent()) {
            return new Failed(answer.functionError());
        }
        if (!partialFailures || answer.payload().isBlank()) {
            return new Done();
        }
        return Json.parse(answer.payload())
                .map(node -> reported(node, batch))
                .orElseGet(() -> new Failed(Optional.empty()));
    }

    private static BatchAnswer reported(JsonNode answer, Set<String> batch) {
        if (answer.isNull() || (answer.isTextual() && answer.asText().isEmpty())) {
            return new Done();
        }
        var list = answer.path("batchItemFailures");
        if (answer.isObject() && (list.isMissingNode() || list.isNull() || (list.isArray() && list.isEmpty()))) {
            return new Done();
        }
        if (!list.isArray()) {
            return new Failed(Optional.empty());
        }
        var failed = new LinkedHashSet<String>();
        for (var item : list) {
            var identifier = item.path("itemIdentifier");
            if (!identifier.isTextual() || !batch.contains(identifier.asText())) {
                return new Failed(Optional.empty());
            }
            failed.add(identifier.asText());
        }
        return new Partly(failed);
    }
}
