package com.lifeverse.local.table.reference;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A table with hash key {@code p}, a sort key {@code s} of a drawn type, a global index on {@code g} and {@code s} and a
 * local one on {@code n}, filled with drawn items; and what a query of it must answer.
 */
final class Shelf {
    private static final List<String> TYPES = List.of("S", "N", "B");

    /** What is queried: {@code index} is empty for the table itself. */
    record View(String index, String hash, String sort) {}

    static final List<View> VIEWS =
            List.of(new View("", "p", "s"), new View("by-g", "g", "s"), new View("by-n", "p", "n"));

    private final DynamoDbClient client;
    private final List<Map<String, Object>> items = new ArrayList<>();

    Shelf(Draw draw) {
        var agenda = Agenda.virtual(Instant.parse("2026-12-01T12:00:00Z"), failure -> {
            throw new AssertionError(failure);
        });
        client = new Tables(Store.inMemory(), agenda).client(Caller.unrestricted());
        var type = draw.one(TYPES);
        client.createTable(request(type));
        for (int i = 0; i < 40; i++) {
            put(draw, type);
        }
    }

    private void put(Draw draw, String type) {
        var item = new LinkedHashMap<>(draw.item());
        item.put("p", draw.one(List.of("x", "y")));
        item.put("s", key(draw, type));
        if (draw.chance(80)) {
            item.put("g", draw.one(List.of("u", "v")));
        }
        if (draw.chance(80)) {
            item.put("n", draw.number());
        }
        items.removeIf(other -> same(other, item, "p") && same(other, item, "s"));
        items.add(item);
        client.putItem(put -> put.tableName("shelf").item(Bridge.sdk(item)));
    }

    private static boolean same(Map<String, Object> one, Map<String, Object> other, String name) {
        return Plain.same(required(one, name), required(other, name));
    }

    private static Object required(Map<String, Object> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + " in " + item);
        }
        return value;
    }

    private static Object key(Draw draw, String type) {
        while (true) {
            var value = draw.value(0);
            boolean isEmpty = value.equals("") || value.equals(new Plain.Blob(List.of()));
            if (Plain.type(value).equals(type) && !isEmpty) {
                return value;
            }
        }
    }

    List<Map<String, Object>> items() {
        return items;
    }

    /** A value that a sort key of {@code view} can be compared with. */
    Object bound(Draw draw, View view) {
        if (view.sort().equals("n")) {
            return draw.number();
        }
        return draw.chance(60)
                ? required(draw.one(items), "s")
                : key(draw, Plain.type(required(items.getFirst(), "s")));
    }

    /** All that the pages of the query hold; null if it is refused. */
    @Nullable
    List<Map<String, Object>> engine(QueryRequest.Builder request) {
        try {
            var found = new ArrayList<Map<String, Object>>();
            Map<String, AttributeValue> start = null;
            do {
                var page = client.query(request.exclusiveStartKey(start).build());
                page.items().forEach(item -> found.add(Bridge.plain(item)));
                start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
            } while (start != null);
            return found;
        } catch (DynamoDbException e) {
            if ("ValidationException".equals(e.awsErrorDetails().errorCode())) {
                return null;
            }
            throw e;
        }
    }

    /** The items that have {@code hash} and that {@code narrowed} lets through, in the order of the view's sort key. */
    List<Map<String, Object>> reference(View view, Object hash, Tree.@Nullable Test narrowed, boolean isForward) {
        var found = new ArrayList<Map<String, Object>>();
        for (var item : items) {
            var key = item.get(view.hash());
            if (key == null || !item.containsKey(view.sort()) || !Plain.same(key, hash)) {
                continue;
            }
            if (narrowed == null || Judge.holds(narrowed, item)) {
                found.add(item);
            }
        }
        found.sort((one, other) -> {
            int order = Plain.order(required(one, view.sort()), required(other, view.sort()))
                    .orElseThrow();
            return isForward ? order : -order;
        });
        return found;
    }

    private static CreateTableRequest request(String type) {
        return CreateTableRequest.builder()
                .tableName("shelf")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute("p", "S"), attribute("s", type), attribute("g", "S"), attribute("n", "N"))
                .keySchema(keys("p", "s"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-g")
                        .keySchema(keys("g", "s"))
                        .projection(all -> all.projectionType("ALL"))
                        .build())
                .localSecondaryIndexes(LocalSecondaryIndex.builder()
                        .indexName("by-n")
                        .keySchema(keys("p", "n"))
                        .projection(all -> all.projectionType("ALL"))
                        .build())
                .build();
    }

    private static AttributeDefinition attribute(String name, String type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static List<KeySchemaElement> keys(String hash, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(hash)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }
}
