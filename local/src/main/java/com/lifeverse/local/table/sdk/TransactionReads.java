package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.request.Legacy;
import com.lifeverse.local.table.request.Texts;
import com.lifeverse.local.table.request.Wording;
import com.lifeverse.local.table.transaction.Transactions;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Units;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** TransactGetItems: items as they were at one moment, at twice the price. */
record TransactionReads(Access access, Transactions transactions) {
    private static final int PHASES = 2;

    private record Wanted(String table, Map<String, Value> key, Optional<Projection> projection, Set<String> nested) {
        void requireFit(Table found) {
            found.definition().keys().place(key);
            found.plans().rules().requireWhole(nested);
        }
    }

    TransactGetItemsResponse get(TransactGetItemsRequest request) {
        var constraints = new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .given("transactItems", request.hasTransactItems());
        if (request.hasTransactItems()) {
            constraints.size("transactItems", request.transactItems(), 1, TransactionWrites.MAX_PARTS);
        }
        for (int i = 0; i < request.transactItems().size(); i++) {
            constrain(
                    constraints,
                    "transactItems." + (i + 1) + ".member.get",
                    request.transactItems().get(i).get());
        }
        constraints.check();
        var wanted =
                request.transactItems().stream().map(each -> wanted(each.get())).toList();
        var tables = wanted.stream().map(each -> access.table(each.table())).toList();
        refuseUnfit(wanted, tables);
        var found = transactions.read(tables, () -> {
            var items = new ArrayList<Optional<Item>>(wanted.size());
            for (int i = 0; i < wanted.size(); i++) {
                items.add(tables.get(i).read(wanted.get(i).key()));
            }
            return items;
        });
        if (found.stream().mapToLong(item -> item.map(Item::size).orElse(0)).sum() > TransactionWrites.MAX_BYTES) {
            throw new InvalidRequest(
                    "Transaction response size cannot exceed " + TransactionWrites.MAX_BYTES + " bytes");
        }
        var costs = Costs.transactionRead(request.returnConsumedCapacity());
        return TransactGetItemsResponse.builder()
                .responses(responses(wanted, tables, found, costs))
                .consumedCapacity(costs.ifAsked())
                .build();
    }

    /** The tables that the request names. */
    static List<String> tables(TransactGetItemsRequest request) {
        return request.transactItems().stream()
                .map(TransactGetItem::get)
                .filter(Objects::nonNull)
                .map(Get::tableName)
                .distinct()
                .toList();
    }

    private static void constrain(Constraints constraints, String path, Get get) {
        constraints.notNull(path, get);
        if (get != null) {
            constraints.notNull(path + ".tableName", get.tableName()).given(path + ".key", get.hasKey());
        }
    }

    private Wanted wanted(Get get) {
        access.require("GetItem", get.tableName());
        var texts = new Texts(Wording.OLDER)
                .may(Kind.PROJECTION, get.projectionExpression())
                .names(get.hasExpressionAttributeNames(), get.expressionAttributeNames())
                .requireUse(new Legacy());
        var key = AttributeValues.values(get.key(), Wording.OLDER);
        var expressions = access.expressions(texts);
        var projection = Optional.ofNullable(get.projectionExpression()).map(expressions::projection);
        expressions.refuseUnused();
        return new Wanted(get.tableName(), key, projection, expressions.nested(Kind.PROJECTION));
    }

    /** A key that does not fit cancels the transaction; two that are the same refuse it. */
    private static void refuseUnfit(List<Wanted> wanted, List<Table> tables) {
        for (int i = 0; i < wanted.size(); i++) {
            try {
                wanted.get(i).requireFit(tables.get(i));
            } catch (InvalidRequest e) {
                if (e.isAboutEmptiness()) {
                    throw e;
                }
                throw Faults.cancelled(reasons(wanted.size(), i, e.getMessage()));
            }
        }
        var places = new HashSet<Object>();
        for (int i = 0; i < wanted.size(); i++) {
            var table = tables.get(i).definition();
            if (!places.add(
                    List.of(table.name(), table.keys().place(wanted.get(i).key())))) {
                throw new InvalidRequest("Transaction request cannot include multiple operations on one item");
            }
        }
    }

    private static List<CancellationReason> reasons(int count, int at, String message) {
        var reasons = new ArrayList<CancellationReason>(count);
        for (int i = 0; i < count; i++) {
            reasons.add(
                    i == at
                            ? CancellationReason.builder()
                                    .code("ValidationError")
                                    .message(message)
                                    .build()
                            : CancellationReason.builder().code("None").build());
        }
        return reasons;
    }

    private static List<ItemResponse> responses(
            List<Wanted> wanted, List<Table> tables, List<Optional<Item>> found, Costs costs) {
        var responses = new ArrayList<ItemResponse>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            var item = found.get(i);
            var projection = wanted.get(i).projection();
            double units = (double) PHASES * Units.read(item.map(Item::size).orElse(0));
            tables.get(i).meter().read(units);
            costs.read(tables.get(i), units);
            responses.add(ItemResponse.builder()
                    .item(item.map(each -> Shown.item(each, projection)).orElse(null))
                    .build());
        }
        return responses;
    }
}
