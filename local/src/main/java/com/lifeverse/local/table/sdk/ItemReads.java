package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Units;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** GetItem and BatchGetItem. */
record ItemReads(Access access) {
    private static final int MAX_KEYS = 100;
    private static final long MAX_BATCH_BYTES = 16L * 1024 * 1024;

    GetItemResponse get(GetItemRequest request) {
        Refusals.parameter("GetItem", "AttributesToGet", request.hasAttributesToGet());
        var table = access.table("GetItem", request.tableName());
        var projection = projection(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                request.projectionExpression());
        var found = table.read(AttributeValues.values(request.key()));
        var costs = Costs.plain(request.returnConsumedCapacity());
        cost(table, found, request.consistentRead(), costs);
        return GetItemResponse.builder()
                .item(found.map(item -> shown(item, projection)).orElse(null))
                .consumedCapacity(costs.only())
                .build();
    }

    BatchGetItemResponse batchGet(BatchGetItemRequest request) {
        int count = request.requestItems().values().stream()
                .mapToInt(each -> each.keys().size())
                .sum();
        if (count == 0) {
            throw Faults.constraint("requestItems", Map.of(), "have length greater than or equal to 1");
        }
        if (count > MAX_KEYS) {
            throw new InvalidRequest("Too many items requested for the BatchGetItem call");
        }
        var batch = new Batch(Costs.plain(request.returnConsumedCapacity()));
        request.requestItems().forEach((name, keys) -> read(name, keys, batch));
        return BatchGetItemResponse.builder()
                .responses(batch.responses)
                .unprocessedKeys(batch.unprocessed)
                .consumedCapacity(batch.costs.all())
                .build();
    }

    /** What a batch has come to so far; what does not fit into an answer is left for the next call. */
    private static final class Batch {
        private final Costs costs;
        private final Map<String, List<Map<String, AttributeValue>>> responses = new LinkedHashMap<>();
        private final Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
        private long bytes;

        Batch(Costs costs) {
            this.costs = costs;
        }
    }

    private void read(String name, KeysAndAttributes keys, Batch batch) {
        Refusals.parameter("BatchGetItem", "AttributesToGet", keys.hasAttributesToGet());
        var table = access.table("BatchGetItem", name);
        var projection = projection(
                keys.hasExpressionAttributeNames(), keys.expressionAttributeNames(), keys.projectionExpression());
        refuseDoubles(table, keys.keys());
        var items = new ArrayList<Map<String, AttributeValue>>();
        var left = new ArrayList<Map<String, AttributeValue>>();
        for (var key : keys.keys()) {
            var found = table.read(AttributeValues.values(key));
            batch.bytes += found.map(Item::size).orElse(0);
            if (batch.bytes > MAX_BATCH_BYTES) {
                left.add(key);
                continue;
            }
            cost(table, found, keys.consistentRead(), batch.costs);
            found.ifPresent(item -> items.add(shown(item, projection)));
        }
        batch.responses.put(name, items);
        if (!left.isEmpty()) {
            batch.unprocessed.put(name, keys.toBuilder().keys(left).build());
        }
    }

    private static void refuseDoubles(Table table, List<Map<String, AttributeValue>> keys) {
        var places = new HashSet<>();
        for (var key : keys) {
            if (!places.add(table.definition().keys().place(AttributeValues.values(key)))) {
                throw new InvalidRequest("Provided list of item keys contains duplicates");
            }
        }
    }

    private Optional<Projection> projection(boolean hasNames, Map<String, String> names, @Nullable String text) {
        var expressions = access.expressions(hasNames, names, false, Map.of());
        var projection = Optional.ofNullable(text).map(expressions::projection);
        expressions.refuseUnused(Kind.PROJECTION);
        return projection;
    }

    private static void cost(Table table, Optional<Item> found, @Nullable Boolean isConsistent, Costs costs) {
        double units = Units.charged(Units.read(found.map(Item::size).orElse(0)), Boolean.TRUE.equals(isConsistent));
        table.meter().read(units);
        costs.add(table, units);
    }

    static Map<String, AttributeValue> shown(Item item, Optional<Projection> projection) {
        Map<String, Value> attributes = item.attributes();
        return AttributeValues.attributes(
                projection.map(wanted -> wanted.of(attributes)).orElse(attributes));
    }
}
