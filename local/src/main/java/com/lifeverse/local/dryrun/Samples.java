package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Events that somebody wrote down: a file with one event, a list of them, or one a line; or a folder of such files. Each as it stands on the
 * bus, or its envelope alone.
 */
public record Samples(List<JsonNode> envelopes) implements EventSource {
    public Samples {
        envelopes = List.copyOf(envelopes);
    }

    /** Reads them. */
    public static Samples of(Path path) throws IOException {
        var envelopes = new ArrayList<JsonNode>();
        if (!Files.isDirectory(path)) {
            read(path, envelopes);
            return new Samples(envelopes);
        }
        try (var files = Files.list(path)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                read(file, envelopes);
            }
        }
        return new Samples(envelopes);
    }

    /** When the first of them happened, and when the last; empty if there is none. */
    public Optional<Instant> edge(boolean last) {
        var times = envelopes.stream()
                .map(envelope -> Instant.parse(envelope.path("time").asText()))
                .sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(last ? times.getLast() : times.getFirst());
    }

    @Override
    public void each(Consumer<String> taker) {
        envelopes.forEach(envelope -> taker.accept(envelope.toString()));
    }

    private static void read(Path file, List<JsonNode> into) throws IOException {
        var text = InputFile.text(file);
        try (var documents = Json.mapper()
                .readerFor(JsonNode.class)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .<JsonNode>readValues(text)) {
            while (documents.hasNextValue()) {
                var document = documents.nextValue();
                for (var each : document.isArray() ? document : List.of(document)) {
                    into.add(envelope(each, file));
                }
            }
        } catch (JsonProcessingException e) {
            throw new InputFile.Unfit("%s is not JSON: %s".formatted(file, e.getOriginalMessage()));
        }
    }

    private static JsonNode envelope(JsonNode event, Path file) throws InputFile.Unfit {
        var envelope = event.has("detail") ? event.path("detail") : event;
        try {
            Instant.parse(envelope.path("time").asText());
            return envelope;
        } catch (DateTimeParseException _) {
            throw new InputFile.Unfit("%s has what is no event: its time is '%s'"
                    .formatted(file, envelope.path("time").asText()));
        }
    }
}
