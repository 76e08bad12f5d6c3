package com.lifeverse.trigger.publish.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.publish.NameMemory;
import com.lifeverse.trigger.publish.Stood;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/** What names stood for as bytes: a thousand of them take some ten kilobytes. */
final class PackedNames {
    private PackedNames() {}

    static SdkBytes write(NameMemory memory) {
        var json = Json.object();
        memory.names().forEach((name, all) -> {
            var list = json.putArray(name);
            all.forEach(stood -> list.addArray()
                    .add(stood.key())
                    .add(stood.scope())
                    .add(stood.measure())
                    .add(stood.number())
                    .add(stood.at().toString())
                    .add(stood.until().toString()));
        });
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(Json.mapper().writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    static NameMemory read(long number, SdkBytes bytes) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes.asByteArray()))) {
            var names = new TreeMap<String, List<Stood>>();
            Json.mapper()
                    .readTree(packed)
                    .properties()
                    .forEach(entry -> names.put(
                            entry.getKey(),
                            entry.getValue()
                                    .valueStream()
                                    .map(PackedNames::stood)
                                    .toList()));
            return new NameMemory(number, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stood stood(JsonNode said) {
        return new Stood(
                said.path(0).asText(),
                said.path(1).asText(),
                said.path(2).asText(),
                said.path(3).asLong(),
                Instant.parse(said.path(4).asText()),
                Instant.parse(said.path(5).asText()));
    }
}
