package com.lifeverse.local.identity.buckets;

import com.lifeverse.local.kernel.Json;
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
    /** When it was written, to the second as S3 tells it. */
    Instant modified() {
        return Instant.ofEpochSecond(Math.floorDiv(modifiedAt, 1000));
    }

    String toJson() {
        return Json.text(this);
    }

    static StoredObject fromJson(String json) {
        return Json.read(json, StoredObject.class);
    }
}
