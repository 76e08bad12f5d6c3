package com.lifeverse.local.table.schema;

import com.lifeverse.local.kernel.Cloud;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * A table as it was declared.
 *
 * @param stream the view of its stream, if it has one
 * @param timeToLive the attribute that holds an item's end in epoch seconds, if items expire
 * @param createdAt makes up the stream's label and the table's id
 */
public record TableDefinition(
        String name, KeySchema keys, Optional<StreamView> stream, Optional<String> timeToLive, Instant createdAt) {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    public String arn() {
        return arn(name);
    }

    public static String arn(String tableName) {
        return Cloud.arn("dynamodb", "table/" + tableName);
    }

    /** When the stream began, as the last part of its ARN says it. */
    public String streamLabel() {
        return LABEL.format(createdAt);
    }

    /** The ARN of the stream; empty if the table has none. */
    public Optional<String> streamArn() {
        return stream.map(_ -> arn() + "/stream/" + streamLabel());
    }

    /** The same id for the same table, from run to run. */
    public String id() {
        return UUID.nameUUIDFromBytes((arn() + "@" + createdAt).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public TableDefinition createdAt(Instant instant) {
        return new TableDefinition(name, keys, stream, timeToLive, instant);
    }
}
