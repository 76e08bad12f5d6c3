package com.lifeverse.local.table.engine;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.DefinitionFormat;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.stream.ClosedStreams;
import com.lifeverse.local.table.stream.ReadableStream;
import com.lifeverse.local.table.value.InvalidRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** All tables, by name and by ARN. */
public final class Catalogue {
    private static final String ARN_START = TableDefinition.arn("");
    // How long a client sees a table that it made as being made. Where time stands still there is no such while.
    private static final Duration MAKING = Duration.ofMillis(100);

    private final Store store;
    private final Agenda agenda;
    private final MVMap<String, String> definitions;
    private final ClosedStreams closedStreams;
    private final Map<String, Table> byName = new ConcurrentSkipListMap<>();

    /** Opens the tables that the store holds. */
    public Catalogue(Store store, Agenda agenda) {
        this.store = store;
        this.agenda = agenda;
        this.definitions = store.texts("tables");
        this.closedStreams = new ClosedStreams(store);
        definitions.values().forEach(text -> open(DefinitionFormat.read(text)));
    }

    /**
     * Makes a table, or finds the one that there is and gives it the settings asked for now.
     *
     * @throws IllegalArgumentException if there is one with other keys
     */
    public synchronized Table create(TableDefinition wanted) {
        var existing = byName.get(wanted.name());
        if (existing == null) {
            return added(wanted.createdAt(agenda.instant()));
        }
        if (!existing.definition().keys().equals(wanted.keys())) {
            throw new IllegalArgumentException("Table " + wanted.name() + " exists with other keys: "
                    + existing.definition().keys());
        }
        return change(
                wanted.name(),
                there -> there.withIndexes(wanted.indexes(), wanted.attributes())
                        .withStream(wanted.stream(), agenda.instant())
                        .withTimeToLive(wanted.timeToLive())
                        .withThroughput(wanted.throughput())
                        .withProtection(wanted.isProtected()));
    }

    /** Makes a table as a client does it: it is of use only after a while, and must not be there yet. */
    public synchronized Table make(TableDefinition wanted) {
        if (byName.containsKey(wanted.name())) {
            throw TableInUse.exists(wanted.name());
        }
        var table = added(wanted.createdAt(agenda.instant()));
        if (!agenda.isVirtual()) {
            table.readyAt(agenda.instant().plus(MAKING));
        }
        return table;
    }

    /** Gives the table of that name other settings than its keys. */
    public synchronized Table change(String name, UnaryOperator<TableDefinition> change) {
        var table = described(name);
        if (table.isBeingMade()) {
            throw TableInUse.beingMade(name(name));
        }
        var before = table.definition();
        var changed = change.apply(before);
        store.write(() -> table.locked(() -> {
            table.redefine(changed);
            if (!before.streamArn().equals(changed.streamArn())) {
                close(before);
            }
            return definitions.put(changed.name(), DefinitionFormat.write(changed));
        }));
        return table;
    }

    /** Removes the table of that name and all that it holds. */
    public synchronized Table drop(String name) {
        var table = described(name);
        if (table.isBeingMade()) {
            throw TableInUse.beingMade(name(name));
        }
        if (table.definition().isProtected()) {
            throw new InvalidRequest("Resource cannot be deleted as it is currently protected against deletion. "
                    + "Disable deletion protection first.");
        }
        byName.remove(table.definition().name());
        store.write(() -> table.locked(() -> {
            table.drop();
            close(table.definition());
            return definitions.remove(table.definition().name());
        }));
        return table;
    }

    /** The names of all tables, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The table of that name or ARN, ready to be read and written. */
    public Table table(String nameOrArn) {
        return find(nameOrArn).filter(table -> !table.isBeingMade()).orElseThrow(NoSuchTable::new);
    }

    /** The table of that name or ARN, ready or not. */
    public Table described(String nameOrArn) {
        return find(nameOrArn).orElseThrow(() -> NoSuchTable.named(name(nameOrArn)));
    }

    public Optional<Table> find(String nameOrArn) {
        return Optional.ofNullable(byName.get(name(nameOrArn)));
    }

    /** The stream of that ARN, if it is on or was within the last day. */
    public Optional<ReadableStream> stream(String streamArn) {
        return find(tableArn(streamArn))
                .filter(table ->
                        table.definition().streamArn().filter(streamArn::equals).isPresent())
                .map(table -> new ReadableStream(table.definition(), table.changes(), true))
                .or(() -> closedStreams.find(streamArn, agenda.instant()));
    }

    /** All streams that are on or were within the last day, by ARN. */
    public List<ReadableStream> streams() {
        var open = byName.values().stream()
                .filter(table -> table.definition().streamArn().isPresent())
                .map(table -> new ReadableStream(table.definition(), table.changes(), true));
        return Stream.concat(open, closedStreams.readable(agenda.instant()).stream())
                .sorted(Comparator.comparing(ReadableStream::arn))
                .toList();
    }

    /** The table whose latest stream has that ARN. */
    public Table ofStream(String streamArn) {
        return find(tableArn(streamArn))
                .filter(each -> each.definition()
                        .latestStreamArn()
                        .filter(streamArn::equals)
                        .isPresent())
                .orElseThrow(() -> new IllegalArgumentException("No stream " + streamArn));
    }

    /** The name in a name or ARN. */
    public static String name(String nameOrArn) {
        return nameOrArn.startsWith(ARN_START) ? nameOrArn.substring(ARN_START.length()) : nameOrArn;
    }

    private static String tableArn(String streamArn) {
        int end = streamArn.indexOf("/stream/");
        return end < 0 ? streamArn : streamArn.substring(0, end);
    }

    private void close(TableDefinition table) {
        if (table.streamArn().isPresent()) {
            closedStreams.add(table, agenda.instant());
        }
    }

    private Table added(TableDefinition definition) {
        store.write(() -> definitions.put(definition.name(), DefinitionFormat.write(definition)));
        return open(definition);
    }

    private Table open(TableDefinition definition) {
        var table = new Table(store, agenda, definition);
        byName.put(definition.name(), table);
        table.start();
        return table;
    }
}
