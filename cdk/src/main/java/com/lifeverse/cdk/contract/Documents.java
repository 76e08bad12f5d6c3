package com.lifeverse.cdk.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the repository's own JSON and YAML. Every method throws UncheckedIOException if the file cannot be read. */
public final class Documents {
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private static final TypeReference<LinkedHashMap<String, Object>> ORDERED = new TypeReference<>() {};

    private Documents() {}

    /** A YAML document. */
    public static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON object as ordered maps and lists, the form in which the CDK takes free-form JSON. */
    public static Map<String, Object> jsonObject(Path file) {
        try {
            return JSON.readValue(file.toFile(), ORDERED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One object within a JSON object, as ordered maps and lists. */
    public static Map<String, Object> jsonObject(Path file, String member) {
        try {
            return JSON.convertValue(JSON.readTree(file.toFile()).path(member), ORDERED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the files of a folder are called before that ending, in order. */
    static List<String> names(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text, exactly as it is. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
