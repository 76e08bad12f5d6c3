package com.lifeverse.trigger.replay.aws;

import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.replay.ReplayPlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The archive's lines, one after the other. A list request an hour, and a read a file. */
public final class ArchiveFiles {
    /** Takes lines until it has had enough. */
    @FunctionalInterface
    public interface Taker {
        /** Takes one; false if it wants no more. */
        boolean take(String line, ReplayPlace behind) throws IOException;
    }

    private final S3Client s3;
    private final String bucket;

    public ArchiveFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Hands over the lines of a span from a place on. True if it came to the end, false if the taker had enough. */
    public boolean each(ArchiveSpan span, ReplayPlace from, Taker taker) throws IOException {
        for (var file : (Iterable<String>) span.folders().flatMap(this::files)::iterator) {
            long behind = from.behind(file);
            if (behind < Long.MAX_VALUE && !lines(file, behind, taker)) {
                return false;
            }
        }
        return true;
    }

    private Stream<String> files(String folder) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key);
    }

    private boolean lines(String file, long behind, Taker taker) throws IOException {
        try (var object = s3.getObject(get -> get.bucket(bucket).key(file));
                var lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(object), StandardCharsets.UTF_8))) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > behind && !taker.take(line, new ReplayPlace(file, number))) {
                    return false;
                }
            }
            return true;
        }
    }
}
