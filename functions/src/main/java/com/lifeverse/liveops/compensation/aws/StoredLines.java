package com.lifeverse.liveops.compensation.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.liveops.compensation.Line;
import com.lifeverse.liveops.compensation.PlanLines;
import com.lifeverse.liveops.compensation.Submission;
import com.lifeverse.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Lines as objects, {@code plans/ID/DIGEST.jsonl}: {@code {line, playerId, item, amount}}. The bucket drops them by itself in the end. */
public final class StoredLines implements PlanLines {
    private final S3Client s3;
    private final String bucket;

    public StoredLines(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void write(Submission plan) {
        var text = new StringBuilder();
        int number = 0;
        for (var line : plan.lines()) {
            text.append(Json.object()
                            .put("line", ++number)
                            .put("playerId", line.playerId())
                            .put("item", line.item())
                            .put("amount", line.amount()))
                    .append('\n');
        }
        s3.putObject(
                put -> put.bucket(bucket).key(place(plan.id(), plan.digest())).contentType("application/jsonl"),
                RequestBody.fromString(text.toString()));
    }

    @Override
    public List<Line> read(String id, String digest) {
        try {
            var lines = new ArrayList<Line>();
            var text = s3.getObjectAsBytes(get -> get.bucket(bucket).key(place(id, digest)))
                    .asUtf8String();
            for (var line : text.lines().toList()) {
                var read = Json.read(line);
                lines.add(new Line(
                        read.path("playerId").asText(),
                        read.path("item").asText(),
                        read.path("amount").asInt()));
            }
            return lines;
        } catch (NoSuchKeyException e) {
            return List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lines that are kept are not JSON", e);
        }
    }

    @Override
    public String place(String id, String digest) {
        return "plans/%s/%s.jsonl".formatted(id, digest);
    }

    @Override
    public void forget(String id, String digest) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(place(id, digest)));
    }
}
