package com.lifeverse.platform.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of JSON documents. */
public final class InMemoryObjects implements S3Client {
    private final Map<String, String> contents = new TreeMap<>();
    private boolean down;

    /** From now on no object can be put. */
    public void goDown() {
        down = true;
    }

    /** What there is, by key; it changes with the bucket. */
    public Map<String, String> contents() {
        return Collections.unmodifiableMap(contents);
    }

    /** Forgets all of it. */
    public void empty() {
        contents.clear();
    }

    public JsonNode json(String key) throws IOException {
        return Json.read(contents.getOrDefault(key, ""));
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        if (down) {
            throw S3Exception.builder().message("S3 is down").statusCode(503).build();
        }
        try (var content = body.contentStreamProvider().newStream()) {
            contents.put(request.key(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PutObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
