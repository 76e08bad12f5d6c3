package com.lifeverse.local.table.schema;

import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table as it was declared.
 *
 * @param attributes the types of all key attributes, those of the indexes too, in the order of the declaration
 * @param latestStream the stream that it has or had last
 * @param timeToLive the attribute that holds an item's end in epoch seconds, if items expire
 * @param throughput empty for a table on demand
 * @param isProtected true if the table must not be deleted
 * @param settings what it shows again and what changes nothing
 * @param createdAt makes up the table's id
 */
public record TableDefinition(
        String name,
        List<KeyAttribute> attributes,
        KeySchema keys,
        List<IndexDefinition> indexes,
        Optional<StreamDefinition> latestStream,
        Optional<String> timeToLive,
        Optional<Throughput> throughput,
        boolean isProtected,
        Settings settings,
        Instant createdAt) {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    public TableDefinition {
        attributes = List.copyOf(attributes);
        indexes = List.copyOf(indexes);
    }

    /** A table on demand without indexes. */
    public TableDefinition(
            String name, KeySchema keys, Optional<StreamView> stream, Optional<String> timeToLive, Instant createdAt) {
        this(
                name,
                keys.attributes(),
                keys,
                List.of(),
                stream.map(view -> new StreamDefinition(view, createdAt, true)),
                timeToLive,
                Optional.empty(),
                false,
                Settings.NONE,
                createdAt);
    }

    public String arn() {
        return arn(name);
    }

    public static String arn(String tableName) {
        return Cloud.arn("dynamodb", "table/" + tableName);
    }

    public String indexArn(String indexName) {
        return arn() + "/index/" + indexName;
    }

    /** The view of the stream, if there is one and it is on. */
    public Optional<StreamView> stream() {
        return latestStream.filter(StreamDefinition::isOn).map(StreamDefinition::view);
    }

    /** When the latest stream began, as the last part of its ARN says it. */
    public String streamLabel() {
        return LABEL.format(latestStream.map(StreamDefinition::since).orElse(createdAt));
    }

    /** The ARN of the stream; empty if there is none, or it is off. */
    public Optional<String> streamArn() {
        return stream().flatMap(_ -> latestStreamArn());
    }

    /** The ARN of the stream that there is or was; empty if there never was one. */
    public Optional<String> latestStreamArn() {
        return latestStream.map(_ -> arn() + "/stream/" + streamLabel());
    }

    /** The same id for the same table, from run to run; it looks like the random ones that AWS gives. */
    public String id() {
        var hash = UUID.nameUUIDFromBytes((arn() + "@" + createdAt).getBytes(StandardCharsets.UTF_8));
        return new UUID((hash.getMostSignificantBits() & ~0xF000L) | 0x4000L, hash.getLeastSignificantBits())
                .toString();
    }

    public Optional<IndexDefinition> index(String indexName) {
        return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** The type of a key attribute; empty if {@code attribute} is none. */
    public Optional<Value.Type> type(String attribute) {
        return attributes.stream()
                .filter(each -> each.name().equals(attribute))
                .map(KeyAttribute::type)
                .findFirst();
    }

    /** The table made at {@code instant}, and its stream with it. */
    public TableDefinition createdAt(Instant instant) {
        var stream = stream().map(view -> new StreamDefinition(view, instant, true));
        return new TableDefinition(
                name, attributes, keys, indexes, stream, timeToLive, throughput, isProtected, settings, instant);
    }

    /** The table with another stream or none, from {@code now} on; a stream that stays as it is goes on. */
    public TableDefinition withStream(Optional<StreamView> wanted, Instant now) {
        if (wanted.equals(stream())) {
            return this;
        }
        return with(wanted.map(view -> new StreamDefinition(view, now, true))
                .or(() -> latestStream.map(StreamDefinition::off)));
    }

    /** The table as it was while its latest stream was on: whoever still reads that stream sees this. */
    public TableDefinition streaming() {
        return with(latestStream.map(StreamDefinition::on));
    }

    private TableDefinition with(Optional<StreamDefinition> stream) {
        return new TableDefinition(
                name, attributes, keys, indexes, stream, timeToLive, throughput, isProtected, settings, createdAt);
    }

    public TableDefinition withTimeToLive(Optional<String> attribute) {
        return new TableDefinition(
                name, attributes, keys, indexes, latestStream, attribute, throughput, isProtected, settings, createdAt);
    }

    public TableDefinition withThroughput(Optional<Throughput> changed) {
        return new TableDefinition(
                name, attributes, keys, indexes, latestStream, timeToLive, changed, isProtected, settings, createdAt);
    }

    public TableDefinition withProtection(boolean isWanted) {
        return new TableDefinition(
                name, attributes, keys, indexes, latestStream, timeToLive, throughput, isWanted, settings, createdAt);
    }

    public TableDefinition withSettings(Settings changed) {
        return new TableDefinition(
                name, attributes, keys, indexes, latestStream, timeToLive, throughput, isProtected, changed, createdAt);
    }

    /** The table with these indexes; what no key needs any more of {@code known} attributes is left out. */
    public TableDefinition withIndexes(List<IndexDefinition> changed, List<KeyAttribute> known) {
        var needed = new ArrayList<KeyAttribute>();
        for (var attribute : known) {
            boolean isNeeded = keys.contains(attribute.name())
                    || changed.stream().anyMatch(index -> index.keys().contains(attribute.name()));
            if (isNeeded && !needed.contains(attribute)) {
                needed.add(attribute);
            }
        }
        return new TableDefinition(
                name, needed, keys, changed, latestStream, timeToLive, throughput, isProtected, settings, createdAt);
    }
}
