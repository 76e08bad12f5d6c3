package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All recorded cases below a directory, one folder a kind. */
public final class Recorded {
    private Recorded() {}

    /**
     * Plays them all.
     *
     * @throws IllegalArgumentException if a file is of no known shape, with its path
     * @throws UncheckedIOException if one cannot be read
     */
    public static List<KindReport> play(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("There is no directory " + directory);
        }
        return List.of(
                Executions.play(directory),
                Patterns.play(directory),
                Transformers.play(directory),
                Filters.play(directory),
                Expressions.play(directory));
    }

    /** The JSON that a file holds. */
    static JsonNode read(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The list of cases in a file, bare or as its member {@code cases}; none if there is no file. */
    static JsonNode list(Path file) {
        if (!Files.exists(file)) {
            return Json.array();
        }
        var root = read(file);
        var list = root.isObject() ? root.path("cases") : root;
        if (!list.isArray()) {
            throw new IllegalArgumentException(file + ": a list of cases is expected");
        }
        return list;
    }

    /** A member that every case of the kind has. */
    static JsonNode required(Path file, String caseName, JsonNode object, String member) {
        var value = object.get(member);
        if (value == null) {
            throw new IllegalArgumentException(file + ": case " + caseName + " has no " + member);
        }
        return value;
    }
}
