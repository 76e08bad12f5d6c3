package com.lifeverse.session.group.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.desk.Templates;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Groups in the records of their table's stream. */
public final class GroupImages {
    private final GroupItem items;

    public GroupImages(Templates templates) {
        this.items = new GroupItem(templates);
    }

    /** The group before the change; empty if it is new. */
    public Optional<Group> before(JsonNode record) {
        var image = record.at("/dynamodb/OldImage");
        return image.isObject() ? Optional.of(read(image)) : Optional.empty();
    }

    /** The group after the change. */
    public Group after(JsonNode record) {
        return read(record.at("/dynamodb/NewImage"));
    }

    /** When the group may be swept away, as of after the change. */
    public Instant sweptAt(JsonNode record) {
        return Instant.ofEpochSecond(record.at("/dynamodb/NewImage/ttl/N").asLong());
    }

    private Group read(JsonNode image) {
        return items.read(map(image)).group();
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
