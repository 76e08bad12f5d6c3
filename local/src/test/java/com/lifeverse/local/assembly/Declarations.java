package com.lifeverse.local.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Declarations as a template would state them, for tests of one type alone. */
public final class Declarations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Declarations() {}

    /** Of stack {@code dev}, the properties as JSON text. */
    public static Declaration of(String type, String logicalId, String properties) {
        return new Declaration("dev", logicalId, type, json(properties), Path.of("."));
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
