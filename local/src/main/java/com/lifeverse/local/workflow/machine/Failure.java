package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import org.jspecify.annotations.Nullable;

/** An error with its cause; a Fail state may leave out either. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Failure(@Nullable String error, @Nullable String cause) {
    /** The value of {@code $states.errorOutput}. */
    ObjectNode errorOutput() {
        return members("Error", "Cause");
    }

    /** The members of a history event's details. */
    ObjectNode details() {
        return members("error", "cause");
    }

    private ObjectNode members(String errorName, String causeName) {
        var object = Json.object();
        if (error != null) {
            object.put(errorName, error);
        }
        if (cause != null) {
            object.put(causeName, cause);
        }
        return object;
    }
}
