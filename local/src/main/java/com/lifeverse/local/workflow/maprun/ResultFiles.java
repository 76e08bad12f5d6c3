package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes the results of a run as a {@code ResultWriter} says: one file a status, and a manifest that names them. */
final class ResultFiles {
    private final S3Client s3;
    private final String bucket;
    private final String folder;
    private final String runArn;

    ResultFiles(S3Client s3, JsonNode writer, String runArn) {
        var arguments = writer.path("Arguments");
        var prefix = arguments.path("Prefix").asText("");
        this.s3 = s3;
        this.bucket = arguments.path("Bucket").asText();
        this.folder = (prefix.isEmpty() ? "" : prefix + "/") + runArn.substring(runArn.lastIndexOf(':') + 1) + "/";
        this.runArn = runArn;
    }

    /** Writes the files and answers what the state's result is then. */
    ObjectNode write(ArrayNode succeeded, ArrayNode failed) {
        var manifest = Json.object().put("DestinationBucket", bucket).put("MapRunArn", runArn);
        var files = manifest.putObject("ResultFiles");
        file(files.putArray("FAILED"), "FAILED_0.json", failed);
        files.putArray("PENDING");
        file(files.putArray("SUCCEEDED"), "SUCCEEDED_0.json", succeeded);
        var key = folder + "manifest.json";
        put(key, Json.text(manifest));
        var result = Json.object().put("MapRunArn", runArn);
        result.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", key);
        return result;
    }

    private void file(ArrayNode named, String name, ArrayNode entries) {
        if (!entries.isEmpty()) {
            var text = Json.text(entries);
            put(folder + name, text);
            named.addObject().put("Key", folder + name).put("Size", text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private void put(String key, String text) {
        s3.putObject(put -> put.bucket(bucket).key(key).contentType("application/json"), RequestBody.fromString(text));
    }
}
