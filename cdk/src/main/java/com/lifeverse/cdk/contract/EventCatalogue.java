package com.lifeverse.cdk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Who listens to which event type, as {@code events/} states it.
 *
 * @param directory the folder of event types
 * @param consumers the consumers of each type, by the type's name
 */
public record EventCatalogue(Path directory, SortedMap<String, List<String>> consumers) {
    /** Reads {@code events/<type>/event.yaml} of every type. */
    public static EventCatalogue read(Path directory) {
        var consumers = new TreeMap<String, List<String>>();
        try (var folders = Files.list(directory)) {
            folders.filter(folder -> Files.exists(folder.resolve("event.yaml")))
                    .forEach(folder -> consumers.put(
                            folder.getFileName().toString(),
                            names(Documents.yaml(folder.resolve("event.yaml")).path("consumers"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EventCatalogue(directory, consumers);
    }

    /**
     * The one pattern that selects every event type a consumer listens to.
     *
     * @throws IllegalArgumentException if it listens to none, which would make a rule that never matches
     */
    public Map<String, Object> patternFor(String consumer) {
        return Map.of("detail-type", List.copyOf(typesOf(consumer)));
    }

    /**
     * The one pattern that selects every event type that is kept for that many days at least. One that is to be forgotten
     * sooner is not archived at all.
     */
    public Map<String, Object> patternOfKept(int days) {
        return Map.of(
                "detail-type",
                consumers.keySet().stream().filter(type -> kept(type) >= days).toList());
    }

    private long kept(String type) {
        var about = Documents.yaml(directory.resolve(type).resolve("event.yaml"));
        return Duration.parse(about.path("retention").asText()).toDays();
    }

    /** The pattern files of a consumer that chooses among the events of its types: one each type, by the type's name. */
    public SortedMap<String, Map<String, Object>> patternFiles(String consumer) {
        var patterns = new TreeMap<String, Map<String, Object>>();
        for (var type : typesOf(consumer)) {
            patterns.put(
                    type,
                    Documents.jsonObject(
                            directory.resolve(type).resolve("patterns").resolve(consumer + ".json")));
        }
        return patterns;
    }

    private SortedSet<String> typesOf(String consumer) {
        var types = new TreeSet<String>();
        consumers.forEach((type, listeners) -> {
            if (listeners.contains(consumer)) {
                types.add(type);
            }
        });
        if (types.isEmpty()) {
            throw new IllegalArgumentException("no event type names the consumer " + consumer);
        }
        return types;
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
