package com.lifeverse.session.group.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the records of their table's stream. */
public final class StreamImages {
    private StreamImages() {}

    /** The sort key of the item that has changed. */
    public static String sortKey(JsonNode record) {
        return record.at("/dynamodb/Keys/sk/S").asText();
    }

    /** The item before the change; empty if it is new. */
    public static Optional<Map<String, AttributeValue>> before(JsonNode record) {
        var image = record.at("/dynamodb/OldImage");
        return image.isObject() ? Optional.of(map(image)) : Optional.empty();
    }

    /** The item after the change. */
    public static Map<String, AttributeValue> after(JsonNode record) {
        return map(record.at("/dynamodb/NewImage"));
    }

    /** When the item may be swept away, as of after the change. */
    public static Instant sweptAt(JsonNode record) {
        return Instant.ofEpochSecond(record.at("/dynamodb/NewImage/ttl/N").asLong());
    }

    private static Map<String, AttributeValue> map(JsonNode object) {
        var map = new HashMap<String, AttributeValue>();
        object.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
        return map;
    }

    private static AttributeValue value(JsonNode typed) {
        var type = typed.properties().iterator().next();
        return switch (type.getKey()) {
            case "S" -> AttributeValue.fromS(type.getValue().asText());
            case "N" -> AttributeValue.fromN(type.getValue().asText());
            case "BOOL" -> AttributeValue.fromBool(type.getValue().asBoolean());
            case "M" -> AttributeValue.fromM(map(type.getValue()));
            default -> throw new IllegalArgumentException("A group's item has no " + type.getKey());
        };
    }
}
