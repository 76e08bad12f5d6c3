package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.machine.Moments;
import com.lifeverse.local.workflow.machine.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Writes the results of a run as a {@code ResultWriter} says: files of each status, and a manifest that names them. A file
 * is written when it is large enough, so that not all results are held at a time.
 */
final class ResultFiles {
    private static final int LARGE_ENOUGH = 4 << 20;

    private final S3Client s3;
    private final String bucket;
    private final String folder;
    private final String runArn;
    private final ResultShape shape;
    private final boolean lines;
    private final ObjectNode named = Json.object();
    private final Pile failed;
    private final Pile succeeded;

    /** Results of one status that are not written yet. */
    private final class Pile {
        private final String status;
        private final ArrayNode files;
        private StringBuilder text = new StringBuilder();

        Pile(String status) {
            this.status = status;
            this.files = named.putArray(status);
        }

        void add(JsonNode result) {
            if (lines) {
                text.append(Json.text(result)).append('\n');
            } else {
                text.append(text.isEmpty() ? "[" : ",").append(Json.text(result));
            }
            if (text.length() > LARGE_ENOUGH) {
                write();
            }
        }

        void write() {
            if (!text.isEmpty()) {
                var key = folder + status + "_" + files.size() + (lines ? ".jsonl" : ".json");
                var whole = lines ? text.toString() : text.append(']').toString();
                put(key, whole);
                files.addObject().put("Key", key).put("Size", whole.getBytes(StandardCharsets.UTF_8).length);
                text = new StringBuilder();
            }
        }
    }

    ResultFiles(S3Client s3, JsonNode writer, String runArn) {
        var arguments = writer.path("Arguments");
        var prefix = arguments.path("Prefix").asText("");
        this.s3 = s3;
        this.bucket = arguments.path("Bucket").asText();
        this.folder = (prefix.isEmpty() ? "" : prefix + "/") + runArn.substring(runArn.lastIndexOf(':') + 1) + "/";
        this.runArn = runArn;
        this.shape = ResultShape.of(writer);
        this.lines = writer.path("WriterConfig").path("OutputType").asText().equals("JSONL");
        this.failed = new Pile("FAILED");
        this.named.putArray("PENDING");
        this.succeeded = new Pile("SUCCEEDED");
    }

    void add(boolean well, JsonNode result) {
        if (well) {
            shape.shaped(told(result)).forEach(succeeded::add);
        } else {
            failed.add(told(result));
        }
    }

    /** A child as the files tell of it: its moments as texts, and whether it can be taken up again. */
    private JsonNode told(JsonNode child) {
        var told = ((ObjectNode) child).deepCopy();
        for (var moment : List.of("StartDate", "StopDate")) {
            told.put(
                    moment, Moments.text(Instant.ofEpochMilli(child.path(moment).asLong())));
        }
        var status = child.path("Status").asText();
        boolean express = child.path("ExecutionArn").asText().contains(":express:");
        boolean redrivable = !express && !status.equals(Status.SUCCEEDED.name());
        told.put("RedriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (!redrivable) {
            told.put(
                    "RedriveStatusReason",
                    express
                            ? "Redrive is not supported for child executions of type EXPRESS"
                            : "Execution is " + status + " and cannot be redriven");
        }
        return told;
    }

    /** Writes what is left and the manifest, and answers what the state's result is then. */
    ObjectNode done() {
        failed.write();
        succeeded.write();
        var manifest = Json.object().put("DestinationBucket", bucket).put("MapRunArn", runArn);
        manifest.set("ResultFiles", named);
        var key = folder + "manifest.json";
        put(key, Json.text(manifest));
        var result = Json.object().put("MapRunArn", runArn);
        result.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", key);
        return result;
    }

    private void put(String key, String text) {
        s3.putObject(put -> put.bucket(bucket).key(key).contentType("application/json"), RequestBody.fromString(text));
    }
}
