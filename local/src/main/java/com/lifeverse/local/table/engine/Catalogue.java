package com.lifeverse.local.table.engine;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.DefinitionFormat;
import com.lifeverse.local.table.schema.TableDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;

/** All tables, by name and by ARN. */
public final class Catalogue {
    private static final String ARN_START = TableDefinition.arn("");

    private final Store store;
    private final Agenda agenda;
    private final MVMap<String, String> definitions;
    private final Map<String, Table> byName = new ConcurrentHashMap<>();

    /** Opens the tables that the store holds. */
    public Catalogue(Store store, Agenda agenda) {
        this.store = store;
        this.agenda = agenda;
        this.definitions = store.texts("tables");
        definitions.values().forEach(text -> open(DefinitionFormat.read(text)));
    }

    /**
     * Makes a table, or finds the one that there is and gives it the stream and time to live asked for now.
     *
     * @throws IllegalArgumentException if there is one with other keys
     */
    public synchronized Table create(TableDefinition wanted) {
        var existing = byName.get(wanted.name());
        var definition = existing == null
                ? wanted.createdAt(agenda.instant())
                : wanted.createdAt(existing.definition().createdAt());
        if (existing != null && !existing.definition().keys().equals(wanted.keys())) {
            throw new IllegalArgumentException("Table " + wanted.name() + " exists with other keys: "
                    + existing.definition().keys());
        }
        store.write(() -> definitions.put(definition.name(), DefinitionFormat.write(definition)));
        if (existing == null) {
            return open(definition);
        }
        existing.redefine(definition);
        return existing;
    }

    /** The table of that name or ARN. */
    public Table table(String nameOrArn) {
        return find(nameOrArn).orElseThrow(() -> new NoSuchTable(nameOrArn));
    }

    public Optional<Table> find(String nameOrArn) {
        return Optional.ofNullable(byName.get(name(nameOrArn)));
    }

    /** All tables, by name. */
    public List<Table> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(table -> table.definition().name()))
                .toList();
    }

    /** The table whose stream has that ARN. */
    public Table ofStream(String streamArn) {
        int end = streamArn.indexOf("/stream/");
        var table = find(end < 0 ? streamArn : streamArn.substring(0, end));
        return table.filter(each ->
                        each.definition().streamArn().filter(streamArn::equals).isPresent())
                .orElseThrow(() -> new IllegalArgumentException("No stream " + streamArn));
    }

    /** The name in a name or ARN. */
    public static String name(String nameOrArn) {
        return nameOrArn.startsWith(ARN_START) ? nameOrArn.substring(ARN_START.length()) : nameOrArn;
    }

    private Table open(TableDefinition definition) {
        var table = new Table(store, agenda, definition);
        byName.put(definition.name(), table);
        table.redefine(definition);
        return table;
    }
}
