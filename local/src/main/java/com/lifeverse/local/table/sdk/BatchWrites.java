package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.engine.WriteOutcome;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.request.Wording;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem: writes that are refused together and made one by one. */
record BatchWrites(Access access) {
    private static final int MAX_WRITES = 25;

    BatchWriteItemResponse write(BatchWriteItemRequest request) {
        var constraints = new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .metrics(request.returnItemCollectionMetricsAsString())
                .batch(request.hasRequestItems(), request.requestItems())
                .entries(request.requestItems(), MAX_WRITES);
        request.requestItems().forEach((name, writes) -> constrain(constraints, name, writes));
        constraints.check();
        Constraints.requireEntries("BatchWriteItem", request.requestItems());
        request.requestItems().keySet().forEach(name -> access.require("BatchWriteItem", name));
        Map<String, List<Write>> byName = new LinkedHashMap<>();
        int count = 0;
        for (var each : request.requestItems().entrySet()) {
            byName.put(
                    each.getKey(),
                    each.getValue().stream().map(BatchWrites::write).toList());
            count += each.getValue().size();
        }
        if (count > MAX_WRITES) {
            throw new InvalidRequest("Too many items requested for the BatchWriteItem call");
        }
        Map<Table, List<Write>> byTable = new LinkedHashMap<>();
        byName.forEach((name, writes) -> byTable.computeIfAbsent(access.table(name), _ -> new ArrayList<>())
                .addAll(writes));
        byTable.forEach(BatchWrites::requireFit);
        var costs = Costs.plain(request.returnConsumedCapacity());
        var collections = new CollectionSizes(request.returnItemCollectionMetrics());
        byTable.forEach((table, writes) -> writes.forEach(write -> collections.touched(table, write)));
        byTable.forEach((table, writes) -> writes.forEach(write -> make(table, write, costs)));
        return BatchWriteItemResponse.builder()
                .unprocessedItems(Map.of())
                .consumedCapacity(costs.ifAsked())
                .itemCollectionMetrics(collections.ifAny())
                .build();
    }

    private static void constrain(Constraints constraints, String name, List<WriteRequest> writes) {
        for (int i = 0; i < writes.size(); i++) {
            var path = "requestItems." + name + ".member." + (i + 1) + ".member.";
            var put = writes.get(i).putRequest();
            var delete = writes.get(i).deleteRequest();
            if (delete != null) {
                constraints.given(path + "deleteRequest.key", delete.hasKey());
            }
            if (put != null) {
                constraints.given(path + "putRequest.item", put.hasItem());
            }
        }
    }

    private static Write write(WriteRequest request) {
        var put = request.putRequest();
        var delete = request.deleteRequest();
        if (put != null && delete == null) {
            var item = Item.taking(AttributeValues.values(put.item(), Wording.OLDER));
            ItemWrites.requireSize(item);
            return new Write.Put(item, Optional.empty());
        }
        if (delete != null && put == null) {
            return new Write.Delete(AttributeValues.values(delete.key(), Wording.OLDER), Optional.empty());
        }
        throw new InvalidRequest("Supplied AttributeValue has more than one datatypes set, "
                + "must contain exactly one of the supported datatypes");
    }

    private static void requireFit(Table table, List<Write> writes) {
        var places = new HashSet<>();
        for (var write : writes) {
            if (write instanceof Write.Put put) {
                // In a batch an item without the right key is told like a key that is not right.
                table.definition().keys().placeIn(put.item().attributes());
            }
            if (!places.add(table.plans().require(write))) {
                throw new InvalidRequest("Provided list of item keys contains duplicates");
            }
        }
    }

    private static void make(Table table, Write write, Costs costs) {
        switch (table.write(write)) {
            case WriteOutcome.Written written -> costs.written(table, written.units());
            case WriteOutcome.Refused _ -> throw new IllegalStateException("Writes of batches have no conditions");
        }
    }
}
