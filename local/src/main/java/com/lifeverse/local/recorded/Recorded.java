package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
        if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
            throw new IllegalArgumentException("The directory " + directory + " cannot be read");
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

    /** False only if it is certain that there is nothing: what cannot be looked at is not missing. */
    static boolean isThere(Path file) {
        var folder = file.getParent();
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + ": a directory is expected");
        }
        return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The list of cases in a file, bare or as its member {@code cases}; none if there is no file. */
    static JsonNode list(Path file) {
        if (!isThere(file)) {
            return Json.array();
        }
        var root = read(file);
        var list = root.isObject() ? root.path("cases") : root;
        boolean isOfCases = list.isArray();
        for (var each : list) {
            isOfCases &= each.isObject();
        }
        if (!isOfCases) {
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
