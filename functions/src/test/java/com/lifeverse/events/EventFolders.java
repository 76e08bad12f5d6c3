package com.lifeverse.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders of {@code events/} as they lie in the project. */
public final class EventFolders {
    /** The project's top level. */
    public static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Path EVENTS = PROJECT.resolve("events");
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private EventFolders() {}

    /** The names of all event types. */
    public static List<String> types() {
        return list(EVENTS).stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    public static JsonNode about(String type) {
        return yaml(EVENTS.resolve(type).resolve("event.yaml"));
    }

    public static JsonNode schema(String type) {
        return json(EVENTS.resolve(type).resolve("schema.json"));
    }

    /** The sample files of a type. */
    public static List<Path> samples(String type) {
        return list(EVENTS.resolve(type).resolve("samples"));
    }

    /** A sample as a case names it: a file of that type, or another type and its file. */
    public static Path sample(String type, String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? EVENTS.resolve(type).resolve("samples").resolve(name)
                : sample(name.substring(0, slash), name.substring(slash + 1));
    }

    /** The pattern files of a type, without their cases. */
    public static List<Path> patterns(String type) {
        var folder = EVENTS.resolve(type).resolve("patterns");
        return Files.isDirectory(folder)
                ? list(folder).stream()
                        .filter(file -> !file.endsWith("cases.json"))
                        .toList()
                : List.of();
    }

    public static JsonNode cases(String type) {
        return json(EVENTS.resolve(type).resolve("patterns").resolve("cases.json"));
    }

    public static JsonNode json(Path file) {
        try {
            return parsed(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode parsed(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    public static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in a folder, in order. */
    public static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
