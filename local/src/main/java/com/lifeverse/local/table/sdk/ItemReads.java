package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.index.IndexRules;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.request.Legacy;
import com.lifeverse.local.table.request.Texts;
import com.lifeverse.local.table.request.Wording;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Units;
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

    /** What a batch wants of one table. */
    private record Wanted(String name, KeysAndAttributes asked, List<Map<String, Value>> keys, Parts parts) {}

    /** The parts of items that are wanted, and the attributes into which their paths go. */
    private record Parts(Optional<Projection> projection, Expressions expressions) {
        void requireWhole(Table table) {
            new IndexRules(table.definition()).requireWhole(expressions.nested(Kind.PROJECTION));
        }
    }

    GetItemResponse get(GetItemRequest request) {
        new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .table(request.tableName())
                .given("key", request.hasKey())
                .check();
        access.require("GetItem", request.tableName());
        var texts = new Texts(Wording.CURRENT)
                .may(Kind.PROJECTION, request.projectionExpression())
                .names(request.hasExpressionAttributeNames(), request.expressionAttributeNames())
                .requireUse(legacy(request.hasAttributesToGet()));
        var key = AttributeValues.values(request.key(), Wording.CURRENT);
        var parts = parts(texts, request.projectionExpression());
        var table = access.table(request.tableName());
        var found = table.read(key);
        parts.requireWhole(table);
        var costs = Costs.plain(request.returnConsumedCapacity());
        cost(table, found, request.consistentRead(), costs);
        return GetItemResponse.builder()
                .item(found.map(item -> Shown.item(item, parts.projection())).orElse(null))
                .consumedCapacity(costs.only())
                .build();
    }

    BatchGetItemResponse batchGet(BatchGetItemRequest request) {
        var constraints = new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .batch(request.hasRequestItems(), request.requestItems());
        request.requestItems().forEach((name, each) -> {
            var path = "requestItems." + name + ".member.keys";
            constraints.given(path, each.hasKeys());
            if (each.hasKeys()) {
                constraints.keys(name, each.keys(), MAX_KEYS);
            }
        });
        constraints.check();
        Constraints.requireEntries("BatchGetItem", request.requestItems());
        request.requestItems().keySet().forEach(name -> access.require("BatchGetItem", name));
        var wanted = new ArrayList<Wanted>();
        int count = 0;
        for (var each : request.requestItems().entrySet()) {
            count += each.getValue().keys().size();
            wanted.add(wanted(each.getKey(), each.getValue()));
            if (count > MAX_KEYS) {
                throw new InvalidRequest("Too many items requested for the BatchGetItem call");
            }
        }
        wanted.forEach(each -> access.table(each.name()));
        wanted.forEach(this::requireFit);
        var batch = new Batch(Costs.plain(request.returnConsumedCapacity()));
        wanted.forEach(each -> read(each, batch));
        return BatchGetItemResponse.builder()
                .responses(batch.responses)
                .unprocessedKeys(batch.unprocessed)
                .consumedCapacity(batch.costs.ifAsked())
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

    private Wanted wanted(String name, KeysAndAttributes asked) {
        var texts = new Texts(Wording.CURRENT)
                .may(Kind.PROJECTION, asked.projectionExpression())
                .names(asked.hasExpressionAttributeNames(), asked.expressionAttributeNames())
                .requireUse(legacy(asked.hasAttributesToGet()));
        var parts = parts(texts, asked.projectionExpression());
        var keys = new ArrayList<Map<String, Value>>();
        for (var key : asked.keys()) {
            keys.add(AttributeValues.values(key, Wording.CURRENT));
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new InvalidRequest("Provided list of item keys contains duplicates");
        }
        return new Wanted(name, asked, keys, parts);
    }

    private void requireFit(Wanted wanted) {
        var table = access.table(wanted.name());
        for (var key : wanted.keys()) {
            table.definition().keys().place(key);
        }
        wanted.parts().requireWhole(table);
    }

    private void read(Wanted wanted, Batch batch) {
        var table = access.table(wanted.name());
        var items = new ArrayList<Map<String, AttributeValue>>();
        var left = new ArrayList<Map<String, AttributeValue>>();
        for (var key : wanted.keys()) {
            var found = table.read(key);
            batch.bytes += found.map(Item::size).orElse(0);
            if (batch.bytes > MAX_BATCH_BYTES) {
                left.add(AttributeValues.attributes(key));
                continue;
            }
            cost(table, found, wanted.asked().consistentRead(), batch.costs);
            found.ifPresent(item -> items.add(Shown.item(item, wanted.parts().projection())));
        }
        batch.responses.put(wanted.name(), items);
        if (!left.isEmpty()) {
            batch.unprocessed.put(
                    wanted.name(), wanted.asked().toBuilder().keys(left).build());
        }
    }

    private static Legacy legacy(boolean hasAttributesToGet) {
        return new Legacy().parameter("AttributesToGet", hasAttributesToGet, "ProjectionExpression");
    }

    private Parts parts(Texts texts, @Nullable String text) {
        var expressions = access.expressions(texts);
        var projection = Optional.ofNullable(text).map(expressions::projection);
        expressions.refuseUnused();
        return new Parts(projection, expressions);
    }

    private static void cost(Table table, Optional<Item> found, @Nullable Boolean isConsistent, Costs costs) {
        double units = Units.charged(Units.read(found.map(Item::size).orElse(0)), Boolean.TRUE.equals(isConsistent));
        table.meter().read(units);
        costs.read(table, units);
    }
}
