package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that come with the code, on its class path: the build copies them there from the project's top level. */
public final class Resources {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Resources() {}

    /** A file's text; empty if there is no such file. */
    public static Optional<String> text(String path) {
        try (var stream = Resources.class.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #text}, of a file without which the code cannot work. */
    public static String required(String path) {
        return text(path).orElseThrow(() -> new IllegalStateException("The code comes without its file " + path));
    }

    /** Reads YAML, and JSON as its subset; a key given twice is refused. */
    public static JsonNode yaml(String text) throws JsonProcessingException {
        return YAML.readTree(text);
    }
}
