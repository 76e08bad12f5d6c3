package com.lifeverse.local.table.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Settings within the JSON text of a definition. */
final class SettingsFormat {
    private SettingsFormat() {}

    static void put(ObjectNode definition, Settings settings) {
        settings.tableClass().ifPresent(name -> definition.put("tableClass", name));
        settings.encryptionKey().ifPresent(key -> definition.put("encryptionKey", key));
        settings.onDemand()
                .ifPresent(most -> definition
                        .putObject("onDemand")
                        .put("read", most.read())
                        .put("write", most.write()));
        settings.warm()
                .ifPresent(warm -> definition
                        .putObject("warm")
                        .put("read", warm.read())
                        .put("write", warm.write())
                        .put("readBefore", warm.readBefore())
                        .put("writeBefore", warm.writeBefore())
                        .put("since", warm.since().toEpochMilli()));
        if (!settings.tags().isEmpty()) {
            var tags = definition.putObject("tags");
            settings.tags().forEach(tags::put);
        }
    }

    static Settings read(JsonNode definition) {
        var tags = new LinkedHashMap<String, String>();
        definition
                .path("tags")
                .propertyStream()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new Settings(
                text(definition, "tableClass"),
                text(definition, "encryptionKey"),
                Optional.ofNullable(definition.get("onDemand"))
                        .map(most -> Throughput.of(
                                most.path("read").asLong(), most.path("write").asLong())),
                Optional.ofNullable(definition.get("warm")).map(SettingsFormat::warmth),
                tags);
    }

    private static Warmth warmth(JsonNode warm) {
        return new Warmth(
                warm.path("read").asLong(),
                warm.path("write").asLong(),
                warm.path("readBefore").asLong(),
                warm.path("writeBefore").asLong(),
                Instant.ofEpochMilli(warm.path("since").asLong()));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }
}
