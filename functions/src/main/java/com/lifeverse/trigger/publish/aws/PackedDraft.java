package com.lifeverse.trigger.publish.aws;

import com.fasterxml.jackson.core.type.TypeReference;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.publish.Draft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/** A draft as bytes: triggers resemble each other, so that a thousand of them take about a hundred kilobytes. */
final class PackedDraft {
    /** An item may have 400 KB. */
    static final int MOST_BYTES = 380_000;

    private static final TypeReference<TreeMap<String, String>> DOCUMENTS = new TypeReference<>() {};

    private PackedDraft() {}

    static SdkBytes write(Draft draft) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(Json.mapper().writeValueAsBytes(draft.documents()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    static Draft read(SdkBytes bytes) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes.asByteArray()))) {
            return new Draft(Json.mapper().readValue(packed, DOCUMENTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
