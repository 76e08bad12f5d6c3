package com.lifeverse.platform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps stream records that can never be told, whole, for a person to look at. */
public final class ParkedRecords {
    private final S3Client s3;
    private final String bucket;

    public ParkedRecords(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Writes the record and returns its key; parking it again changes nothing. */
    public String park(JsonNode record) {
        var key = "outbox/" + record.path("eventID").asText() + ".json";
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType("application/json"),
                RequestBody.fromString(record.toString()));
        return key;
    }
}
