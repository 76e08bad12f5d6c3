package com.lifeverse.local.table.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.table.value.Value;
import java.time.Instant;
import java.util.Optional;

/** Definitions as the JSON text that the store keeps. */
public final class DefinitionFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DefinitionFormat() {}

    public static String write(TableDefinition definition) {
        var node = JSON.createObjectNode()
                .put("name", definition.name())
                .put("createdAt", definition.createdAt().toString());
        put(node.putObject("hash"), definition.keys().hash());
        definition.keys().sort().ifPresent(sort -> put(node.putObject("sort"), sort));
        definition.stream().ifPresent(view -> node.put("stream", view.name()));
        definition.timeToLive().ifPresent(attribute -> node.put("timeToLive", attribute));
        return node.toString();
    }

    public static TableDefinition read(String text) {
        try {
            var node = JSON.readTree(text);
            return new TableDefinition(
                    node.path("name").asText(),
                    new KeySchema(key(node.path("hash")), optional(node, "sort").map(DefinitionFormat::key)),
                    optional(node, "stream").map(view -> StreamView.valueOf(view.asText())),
                    optional(node, "timeToLive").map(JsonNode::asText),
                    Instant.parse(node.path("createdAt").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store holds a table definition that is no JSON: " + text, e);
        }
    }

    private static void put(ObjectNode node, KeyAttribute attribute) {
        node.put("name", attribute.name()).put("type", attribute.type().name());
    }

    private static KeyAttribute key(JsonNode node) {
        return new KeyAttribute(
                node.path("name").asText(), Value.Type.valueOf(node.path("type").asText()));
    }

    private static Optional<JsonNode> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field));
    }
}
