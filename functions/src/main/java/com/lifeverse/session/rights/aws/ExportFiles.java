package com.lifeverse.session.rights.aws;

import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequests;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The parts of exports in their bucket: {@code exports/REQUEST/PART.json}. The bucket drops them after a day by itself. */
public final class ExportFiles implements Belongings {
    private final S3Client s3;
    private final String bucket;
    private final DataRequests requests;

    public ExportFiles(S3Client s3, String bucket, DataRequests requests) {
        this.s3 = s3;
        this.bucket = bucket;
        this.requests = requests;
    }

    /** Where the parts of a request are. */
    public static String folder(String requestId) {
        return "exports/" + requestId + "/";
    }

    /** Writes a part; writing it again replaces it. */
    public void write(String requestId, String part, String json) {
        s3.putObject(
                put -> put.bucket(bucket)
                        .key(folder(requestId) + part + ".json")
                        .contentType("application/json"),
                RequestBody.fromString(json));
    }

    public String read(String requestId, String part) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(folder(requestId) + part + ".json"))
                .asUtf8String();
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        tally.add(Holding.EXPORT, keys(playerId).size());
        return tally.found("exports", pass);
    }

    @Override
    public boolean erase(String playerId) {
        keys(playerId)
                .forEach(key -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
        return true;
    }

    /** An export is not part of an export. */
    @Override
    public List<Entry> entries(String playerId) {
        return List.of();
    }

    private List<String> keys(String playerId) {
        return requests.find(DataRequest.ownerOf(playerId), Kind.EXPORT).stream()
                .flatMap(request ->
                        s3.listObjectsV2(list -> list.bucket(bucket).prefix(folder(request.id()))).contents().stream())
                .map(S3Object::key)
                .toList();
    }
}
