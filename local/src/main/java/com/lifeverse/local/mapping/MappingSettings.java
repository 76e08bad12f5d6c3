package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Cloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * One mapping as its template declares it.
 *
 * @param functionArn with alias, if it has one
 * @param window how long an incomplete batch is waited for
 * @param partialFailures true if the function reports which records of a batch failed
 */
public record MappingSettings(
        String functionArn,
        String sourceArn,
        int batchSize,
        Duration window,
        RecordFilter filter,
        boolean partialFailures,
        Source source) {

    /** What only a queue or only a stream knows. */
    public sealed interface Source {
        /** A queue, and how many batches of it are worked on at a time. */
        record OfQueue(int maximumConcurrency) implements Source {}

        /**
         * A stream.
         *
         * @param lanes how many batches of it are worked on at a time
         * @param fromOldest whether a new mapping begins with what is already there
         * @param tumbling how long the windows are over which the function sums up; zero for none
         * @param bisect whether a failed batch is halved
         * @param maximumRetries empty for as long as the records live
         * @param maximumAge of a record; the stream itself keeps none for more than a day
         * @param onFailureArn queue or bucket for what is given up
         */
        record OfStream(
                int lanes,
                boolean fromOldest,
                Duration tumbling,
                boolean bisect,
                Optional<Integer> maximumRetries,
                Duration maximumAge,
                Optional<String> onFailureArn)
                implements Source {}
    }

    /** The mapping's UUID: the same for the same function and source in every run. */
    public String id() {
        var name = functionArn + " " + sourceArn;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The ARN for any of the ways to name a function: name, {@code name:alias}, partial or full ARN. */
    static String functionArn(String name) {
        if (name.startsWith("arn:")) {
            return name;
        }
        var prefix = Cloud.ACCOUNT + ":function:";
        return Cloud.arn("lambda", "function:" + (name.startsWith(prefix) ? name.substring(prefix.length()) : name));
    }
}
