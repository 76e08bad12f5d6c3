package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What happens on the way out of a state. Both parts are evaluated with the variables as they were before.
 *
 * @param output what goes to the next state instead of the result
 * @param assign variables by name
 */
public record Shaping(Optional<JsonNode> output, Optional<ObjectNode> assign) {
    public static final Shaping NONE = new Shaping(Optional.empty(), Optional.empty());
}
