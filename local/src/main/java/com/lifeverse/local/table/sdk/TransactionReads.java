package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Units;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.transaction.Transactions;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** TransactGetItems: items as they were at one moment, at twice the price. */
record TransactionReads(Access access, Transactions transactions) {
    private static final int MAX_PARTS = 100;
    private static final int PHASES = 2;

    private record Wanted(Table table, Map<String, Value> key, Optional<Projection> projection) {}

    TransactGetItemsResponse get(TransactGetItemsRequest request) {
        var items = request.transactItems();
        if (items.isEmpty() || items.size() > MAX_PARTS) {
            throw Faults.constraint(
                    "transactItems",
                    items.size() + " items",
                    items.isEmpty()
                            ? "have length greater than or equal to 1"
                            : "have length less than or equal to " + MAX_PARTS);
        }
        var wanted = items.stream().map(TransactGetItem::get).map(this::wanted).toList();
        var costs = Costs.transactionRead(request.returnConsumedCapacity());
        var found = transactions.read(
                wanted.stream().map(Wanted::table).toList(),
                () -> wanted.stream().map(each -> each.table().read(each.key())).toList());
        return TransactGetItemsResponse.builder()
                .responses(responses(wanted, found, costs))
                .consumedCapacity(costs.all())
                .build();
    }

    private Wanted wanted(Get get) {
        var table = access.table("GetItem", get.tableName());
        var expressions =
                access.expressions(get.hasExpressionAttributeNames(), get.expressionAttributeNames(), false, Map.of());
        var projection = Optional.ofNullable(get.projectionExpression()).map(expressions::projection);
        expressions.refuseUnused(Kind.PROJECTION);
        return new Wanted(table, AttributeValues.values(get.key()), projection);
    }

    private static List<ItemResponse> responses(List<Wanted> wanted, List<Optional<Item>> found, Costs costs) {
        var responses = new ArrayList<ItemResponse>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            var item = found.get(i);
            var projection = wanted.get(i).projection();
            double units = (double) PHASES * Units.read(item.map(Item::size).orElse(0));
            wanted.get(i).table().meter().read(units);
            costs.add(wanted.get(i).table(), units);
            responses.add(ItemResponse.builder()
                    .item(item.map(each -> ItemReads.shown(each, projection)).orElse(null))
                    .build());
        }
        return responses;
    }
}
