package com.lifeverse.local.identity.buckets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * What is known of an object beside its content.
 *
 * @param etag with its quotes
 * @param size bytes
 * @param modifiedAt epoch milliseconds
 */
record StoredObject(
        String key,
        String etag,
        long size,
        long modifiedAt,
        String contentType,
        String cacheControl,
        Map<String, String> metadata) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** When it was written, to the second as S3 tells it. */
    Instant modified() {
        return Instant.ofEpochSecond(Math.floorDiv(modifiedAt, 1000));
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write the record of object " + key, e);
        }
    }

    static StoredObject fromJson(String json) {
        try {
            return JSON.readValue(json, StoredObject.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot read the record of an object", e);
        }
    }
}
