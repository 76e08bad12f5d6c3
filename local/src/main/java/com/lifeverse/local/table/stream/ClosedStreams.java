package com.lifeverse.local.table.stream;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.DefinitionFormat;
import com.lifeverse.local.table.schema.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** The streams that were switched off, or whose tables are gone. For a day they can still be read. */
public final class ClosedStreams {
    private static final Duration RETENTION = Duration.ofHours(24);

    private final Store store;
    private final MVMap<String, String> closed;

    public ClosedStreams(Store store) {
        this.store = store;
        this.closed = store.texts("table.streams.closed");
    }

    /** Keeps the stream that {@code table} has had up to {@code now}. Call it within the store's write. */
    public void add(TableDefinition table, Instant now) {
        all().filter(each -> isOver(each, now)).forEach(each -> {
            closed.remove(each.streamArn().orElseThrow());
            ChangeLog.of(store, each).clear();
        });
        var node = Json.object().put("closedAt", now.toString()).put("table", DefinitionFormat.write(table));
        closed.put(table.streamArn().orElseThrow(), node.toString());
    }

    /** The stream of that ARN, if it was closed less than a day before {@code now}. */
    public Optional<ReadableStream> find(String arn, Instant now) {
        return Optional.ofNullable(closed.get(arn))
                .map(ClosedStreams::table)
                .filter(table -> !isOver(table, now))
                .map(this::readable);
    }

    /** All that were closed less than a day before {@code now}. */
    public List<ReadableStream> readable(Instant now) {
        return all().filter(table -> !isOver(table, now)).map(this::readable).toList();
    }

    private Stream<TableDefinition> all() {
        return List.copyOf(closed.values()).stream().map(ClosedStreams::table);
    }

    private boolean isOver(TableDefinition table, Instant now) {
        var text = closed.get(table.streamArn().orElseThrow());
        return text == null
                || Instant.parse(Json.read(text).path("closedAt").asText())
                        .plus(RETENTION)
                        .isBefore(now);
    }

    private ReadableStream readable(TableDefinition table) {
        return new ReadableStream(table, ChangeLog.of(store, table), false);
    }

    private static TableDefinition table(String text) {
        return DefinitionFormat.read(Json.read(text).path("table").asText());
    }
}
