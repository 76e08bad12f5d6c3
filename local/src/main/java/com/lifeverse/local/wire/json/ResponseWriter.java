package com.lifeverse.local.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes responses as JSON: what is set, and nothing else. */
public final class ResponseWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private ResponseWriter() {}

    /** The document of {@code response}; empty for an operation that answers nothing, as AWS sends it. */
    public static byte[] write(SdkPojo response) {
        return response.sdkFields().isEmpty() ? new byte[0] : write(Map.of(), response);
    }

    /** The document of {@code structure}, with {@code first} before its members. */
    public static byte[] write(Map<String, String> first, SdkPojo structure) {
        var members = new LinkedHashMap<String, Object>(first);
        members(structure).forEach(members::putIfAbsent);
        return write(members);
    }

    /** The document of {@code members}. */
    public static byte[] write(Map<String, ?> members) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = JSON.createGenerator(bytes)) {
            value(out, members);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> members(SdkPojo structure) {
        var members = new LinkedHashMap<String, Object>();
        for (var field : structure.sdkFields()) {
            var value = field.getValueOrDefault(structure);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.put(field.locationName(), value);
            }
        }
        return members;
    }

    private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case SdkPojo structure -> value(out, members(structure));
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (var entry : map.entrySet()) {
                    out.writeFieldName(String.valueOf(entry.getKey()));
                    value(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (var each : list) {
                    value(out, each);
                }
                out.writeEndArray();
            }
            case String text -> out.writeString(text);
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Instant time -> out.writeNumber(seconds(time));
            case SdkBytes bytes -> out.writeString(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
            default -> throw new IllegalStateException("DynamoDB's model has no such type: " + value.getClass());
        }
    }

    /** Epoch seconds, with the milliseconds as their fraction if there are any. */
    private static BigDecimal seconds(Instant time) {
        var seconds = BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
