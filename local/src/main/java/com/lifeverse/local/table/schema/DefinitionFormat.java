package com.lifeverse.local.table.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.table.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions as the JSON text that the store keeps. */
public final class DefinitionFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DefinitionFormat() {}

    public static String write(TableDefinition definition) {
        var node = JSON.createObjectNode()
                .put("name", definition.name())
                .put("createdAt", definition.createdAt().toString())
                .put("protected", definition.isProtected());
        put(node, definition.keys());
        var attributes = node.putArray("attributes");
        definition.attributes().forEach(attribute -> put(attributes.addObject(), attribute));
        definition
                .latestStream()
                .ifPresent(stream -> node.put("stream", stream.view().name())
                        .put("streamSince", stream.since().toString())
                        .put("streamOn", stream.isOn()));
        SettingsFormat.put(node, definition.settings());
        definition.timeToLive().ifPresent(attribute -> node.put("timeToLive", attribute));
        definition.throughput().ifPresent(throughput -> put(node.putObject("throughput"), throughput));
        var indexes = node.putArray("indexes");
        definition.indexes().forEach(index -> put(indexes.addObject(), index));
        return node.toString();
    }

    public static TableDefinition read(String text) {
        try {
            var node = JSON.readTree(text);
            var keys = keys(node);
            var createdAt = Instant.parse(node.path("createdAt").asText());
            return new TableDefinition(
                    node.path("name").asText(),
                    node.has("attributes") ? attributes(node.path("attributes")) : keys.attributes(),
                    keys,
                    indexes(node.path("indexes")),
                    optional(node, "stream").map(view -> stream(node, view.asText(), createdAt)),
                    optional(node, "timeToLive").map(JsonNode::asText),
                    optional(node, "throughput").map(DefinitionFormat::throughput),
                    node.path("protected").asBoolean(),
                    SettingsFormat.read(node),
                    createdAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store holds a table definition that is no JSON: " + text, e);
        }
    }

    private static void put(ObjectNode node, KeySchema keys) {
        put(node.putObject("hash"), keys.hash());
        keys.sort().ifPresent(sort -> put(node.putObject("sort"), sort));
    }

    private static void put(ObjectNode node, KeyAttribute attribute) {
        node.put("name", attribute.name()).put("type", attribute.type().name());
    }

    private static void put(ObjectNode node, Throughput throughput) {
        node.put("read", throughput.read()).put("write", throughput.write()).put("decreases", throughput.decreases());
        throughput.increasedAt().ifPresent(at -> node.put("increasedAt", at.toString()));
        throughput.decreasedAt().ifPresent(at -> node.put("decreasedAt", at.toString()));
    }

    private static void put(ObjectNode node, IndexDefinition index) {
        node.put("name", index.name())
                .put("scope", index.scope().name())
                .put("projected", index.projected().kind().name());
        put(node, index.keys());
        index.projected().more().forEach(node.putArray("more")::add);
        index.throughput().ifPresent(throughput -> put(node.putObject("throughput"), throughput));
    }

    private static StreamDefinition stream(JsonNode node, String view, Instant createdAt) {
        return new StreamDefinition(
                StreamView.valueOf(view),
                instant(node, "streamSince").orElse(createdAt),
                node.path("streamOn").asBoolean(true));
    }

    private static KeySchema keys(JsonNode node) {
        return new KeySchema(key(node.path("hash")), optional(node, "sort").map(DefinitionFormat::key));
    }

    private static List<KeyAttribute> attributes(JsonNode node) {
        var attributes = new ArrayList<KeyAttribute>();
        node.forEach(each -> attributes.add(key(each)));
        return attributes;
    }

    private static List<IndexDefinition> indexes(JsonNode node) {
        var indexes = new ArrayList<IndexDefinition>();
        for (var each : node) {
            var more = new ArrayList<String>();
            each.path("more").forEach(name -> more.add(name.asText()));
            indexes.add(new IndexDefinition(
                    each.path("name").asText(),
                    IndexDefinition.Scope.valueOf(each.path("scope").asText()),
                    keys(each),
                    new Projected(Projected.Kind.valueOf(each.path("projected").asText()), more),
                    optional(each, "throughput").map(DefinitionFormat::throughput)));
        }
        return indexes;
    }

    private static Throughput throughput(JsonNode node) {
        return new Throughput(
                node.path("read").asLong(),
                node.path("write").asLong(),
                instant(node, "increasedAt"),
                instant(node, "decreasedAt"),
                node.path("decreases").asInt());
    }

    private static KeyAttribute key(JsonNode node) {
        return new KeyAttribute(
                node.path("name").asText(), Value.Type.valueOf(node.path("type").asText()));
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        return optional(node, field).map(text -> Instant.parse(text.asText()));
    }

    private static Optional<JsonNode> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field));
    }
}
