package com.lifeverse.liveops.settlement.aws;

import com.lifeverse.liveops.settlement.Files;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files as objects, {@code settlements/SETTLEMENT/ROUND/BUCKET-NUMBER.jsonl}, a player a line. The bucket drops them by itself in the end. */
public final class StoredFiles implements Files {
    private static final String FOLDER = "settlements/";

    private final S3Client s3;
    private final String bucket;

    public StoredFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void write(String settlement, int round, int part, int number, List<String> players) {
        var key = "%s%s/%d/%02d-%05d.jsonl".formatted(FOLDER, settlement, round, part, number);
        s3.putObject(
                put -> put.bucket(bucket).key(key).contentType("application/jsonl"),
                RequestBody.fromString(lines(players)));
    }

    @Override
    public List<String> read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                .asUtf8String()
                .lines()
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
    }

    @Override
    public void forget(String settlement) {
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(FOLDER + settlement + "/")).contents().stream()
                .map(S3Object::key)
                .forEach(key -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    /** A player's id has no character that JSON would write otherwise. */
    private static String lines(List<String> players) {
        var text = new StringBuilder();
        players.forEach(player -> text.append('"').append(player).append("\"\n"));
        return text.toString();
    }
}
