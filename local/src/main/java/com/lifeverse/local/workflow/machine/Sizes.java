package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.State;

/** What is too large for an execution. */
final class Sizes {
    private Sizes() {}

    static boolean tooLarge(JsonNode value) {
        return Json.bytes(value) > Limits.PAYLOAD_BYTES;
    }

    static Failure failure(State state) {
        return new Failure(
                ErrorNames.DATA_LIMIT,
                "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
                        .formatted(state.name()));
    }
}
