package com.lifeverse.local.durable;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What both the process that is killed and the test that looks at its remains know: {@code live} with a stream,
 * {@code notes} with a sort key and none.
 */
record World(Store store, Agenda agenda, Tables tables, DynamoDbClient client) implements AutoCloseable {
    static final int THREADS = 16;
    static final int PAIRS = 8;
    static final String LIVE = "live";
    static final String NOTES = "notes";

    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    // Two rounds later a stream record is too old, so that trimming is under way too when the process dies.
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(13);

    /** Opens the data of {@code round}; checkpoints are frequent, so that many a round ends in one. */
    static World open(Path directory, int round) {
        var agenda = Agenda.virtual(START.plus(BETWEEN_ROUNDS.multipliedBy(round)), failure -> {
            throw new AssertionError(failure);
        });
        var store = Store.in(directory, 50_000 + new Random(round).nextInt(1_000_000));
        var tables = new Tables(store, agenda);
        tables.create(table(LIVE, Optional.empty(), Optional.of(StreamView.NEW_AND_OLD_IMAGES)));
        tables.create(table(NOTES, Optional.of(new KeyAttribute("sk", Value.Type.N)), Optional.empty()));
        return new World(store, agenda, tables, tables.client(Caller.unrestricted()));
    }

    private static TableDefinition table(String name, Optional<KeyAttribute> sort, Optional<StreamView> stream) {
        var keys = new KeySchema(new KeyAttribute("pk", Value.Type.S), sort);
        return new TableDefinition(name, keys, stream, Optional.empty(), Instant.EPOCH);
    }

    static String left(int pair) {
        return "pair-" + pair + "-left";
    }

    static String right(int pair) {
        return "pair-" + pair + "-right";
    }

    static String total(int pair) {
        return "total-" + pair;
    }

    static String counter(int thread) {
        return "counter-" + thread;
    }

    static String note(int thread) {
        return "note-" + thread;
    }

    /** The number that the item of a table holds; 0 if there is no such item. */
    long number(String table, Map<String, AttributeValue> key) {
        var item = client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return item.isEmpty()
                ? 0
                : Long.parseLong(Objects.requireNonNull(item.get("n")).n());
    }

    /** The number of the one note of a thread; 0 if it has written none. */
    long noted(int thread) {
        var found = client.query(query -> query.tableName(NOTES)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(item(":pk", note(thread))))
                .items();
        if (found.size() > 1) {
            throw new AssertionError("Half a transaction: thread " + thread + " has the notes " + found);
        }
        return found.isEmpty()
                ? 0
                : Long.parseLong(
                        Objects.requireNonNull(found.getFirst().get("sk")).n());
    }

    String streamArn() {
        return tables.describe(LIVE).orElseThrow().streamArn().orElseThrow();
    }

    /** Attributes by name: text becomes S, whole numbers become N. */
    static Map<String, AttributeValue> item(Object... namesAndValues) {
        var item = new LinkedHashMap<String, AttributeValue>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            item.put(
                    (String) namesAndValues[i],
                    value instanceof Number
                            ? AttributeValue.fromN(value.toString())
                            : AttributeValue.fromS(value.toString()));
        }
        return item;
    }

    @Override
    public void close() {
        agenda.close();
        store.close();
    }
}
