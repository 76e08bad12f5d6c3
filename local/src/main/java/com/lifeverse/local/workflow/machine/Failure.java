package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.ErrorNames;
import org.jspecify.annotations.Nullable;

/** An error with its cause; a Fail state may leave out either. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Failure(@Nullable String error, @Nullable String cause) {
    /** The name that retriers and catchers go by. */
    String name() {
        return String.valueOf(error);
    }

    /** As it is told: a missed heartbeat can be caught as such, but AWS speaks of a time-out. */
    Failure plain() {
        return ErrorNames.HEARTBEAT_TIMEOUT.equals(error) ? new Failure(ErrorNames.TIMEOUT, cause) : this;
    }

    /** The value of {@code $states.errorOutput}. */
    ObjectNode errorOutput() {
        return members("Error", "Cause");
    }

    /** The members of a history event's details. */
    ObjectNode details() {
        return plain().members("error", "cause");
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
