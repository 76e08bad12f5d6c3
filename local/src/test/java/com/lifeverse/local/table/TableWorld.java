package com.lifeverse.local.table;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tables in virtual time: {@code live} with hash key {@code playerId}, stream and time to live; {@code players} with
 * hash key {@code pk} and sort key {@code sk}, both text; {@code scores} with a number as its sort key.
 */
public record TableWorld(Store store, Agenda agenda, Tables tables, DynamoDbClient client) implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    public static final String LIVE_ARN = "arn:aws:dynamodb:us-east-1:111111111111:table/live";

    public static TableWorld inMemory() {
        return on(Store.inMemory());
    }

    public static TableWorld on(Store store) {
        var agenda = Agenda.virtual(START, failure -> {
            throw new AssertionError(failure);
        });
        var tables = new Tables(store, agenda);
        tables.create(live());
        tables.create(table("players", "pk", Optional.of(new KeyAttribute("sk", Value.Type.S))));
        tables.create(table("scores", "board", Optional.of(new KeyAttribute("score", Value.Type.N))));
        return new TableWorld(store, agenda, tables, tables.client(Caller.unrestricted()));
    }

    public static TableDefinition live() {
        var keys = new KeySchema(new KeyAttribute("playerId", Value.Type.S), Optional.empty());
        return new TableDefinition(
                "live", keys, Optional.of(StreamView.NEW_AND_OLD_IMAGES), Optional.of("ttl"), Instant.EPOCH);
    }

    private static TableDefinition table(String name, String hash, Optional<KeyAttribute> sort) {
        var keys = new KeySchema(new KeyAttribute(hash, Value.Type.S), sort);
        return new TableDefinition(name, keys, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    public String streamArn() {
        return tables.describe("live").orElseThrow().streamArn().orElseThrow();
    }

    public void put(String table, Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(table).item(item));
    }

    public Map<String, AttributeValue> read(String table, Map<String, AttributeValue> key) {
        return client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
    }

    public static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    public static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    public static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    /** Attributes by name: text becomes S, whole numbers become N. */
    public static Map<String, AttributeValue> item(Object... namesAndValues) {
        var item = new LinkedHashMap<String, AttributeValue>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            item.put(
                    (String) namesAndValues[i],
                    switch (namesAndValues[i + 1]) {
                        case String text -> s(text);
                        case Number number -> n(number.longValue());
                        case AttributeValue value -> value;
                        default -> throw new IllegalArgumentException("No value: " + namesAndValues[i + 1]);
                    });
        }
        return item;
    }

    @Override
    public void close() {
        agenda.close();
        store.close();
    }
}
