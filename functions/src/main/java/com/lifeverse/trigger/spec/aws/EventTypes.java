package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The event types of {@code events/}, each read when it is first asked for. */
public final class EventTypes {
    /**
     * An event type with the rules for its payload.
     *
     * @param payload what a payload must keep
     * @param form the same as its file says it
     */
    public record Known(EventType type, Schema payload, JsonNode form) {}

    // A name becomes part of a path, so it must not be able to leave its folder.
    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z_]{0,31}(\\.[a-z][a-z_]{0,31}){1,3}\\.v[1-9][0-9]{0,2}");

    private final Map<String, Known> read = new ConcurrentHashMap<>();

    /** The event type of this name; empty if there is none. */
    public Optional<Known> find(String name) {
        var known = Optional.ofNullable(read.get(name)).or(() -> load(name));
        known.ifPresent(type -> read.put(name, type));
        return known;
    }

    private static Optional<Known> load(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Resources.text("/events/" + name + "/event.yaml").map(about -> known(name, about));
    }

    private static Known known(String name, String about) {
        try {
            var yaml = Resources.yaml(about);
            var schema = Json.read(Resources.required("/events/" + name + "/schema.json"));
            return new Known(
                    new EventType(name, names(yaml.path("producers")), names(yaml.path("consumers"))),
                    Schema.compile(schema),
                    schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The files of event type " + name + " cannot be read", e);
        }
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
