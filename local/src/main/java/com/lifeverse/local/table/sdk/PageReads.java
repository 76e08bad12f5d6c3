package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.KeyCondition;
import com.lifeverse.local.table.engine.Page;
import com.lifeverse.local.table.engine.PageRequest;
import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Units;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Query and Scan. */
record PageReads(Access access) {
    QueryResponse query(QueryRequest request) {
        Refusals.parameter("Query", "IndexName", request.indexName());
        Refusals.parameter("Query", "AttributesToGet", request.hasAttributesToGet());
        Refusals.parameter("Query", "KeyConditions", request.hasKeyConditions());
        Refusals.parameter("Query", "QueryFilter", request.hasQueryFilter());
        Refusals.parameter("Query", "ConditionalOperator", request.conditionalOperator());
        var table = access.table("Query", request.tableName());
        var expressions = access.expressions(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                request.hasExpressionAttributeValues(),
                request.expressionAttributeValues());
        if (request.keyConditionExpression() == null) {
            throw new InvalidRequest("Either the KeyConditions or KeyConditionExpression parameter must be specified "
                    + "in the request.");
        }
        var keys = expressions.condition(Kind.KEY_CONDITION, request.keyConditionExpression());
        var filter =
                Optional.ofNullable(request.filterExpression()).map(text -> expressions.condition(Kind.FILTER, text));
        var projection = projection(expressions, request.projectionExpression(), request.select());
        expressions.refuseUnused(Kind.FILTER, Kind.KEY_CONDITION);
        refuseKeys(table, expressions);
        var page = table.read(new PageRequest(
                Optional.of(KeyCondition.range(keys, table.definition().keys())),
                !Boolean.FALSE.equals(request.scanIndexForward()),
                limit(request.limit()),
                start(request.hasExclusiveStartKey(), request.exclusiveStartKey()),
                filter));
        var costs = Costs.plain(request.returnConsumedCapacity());
        cost(table, page, request.consistentRead(), costs);
        return QueryResponse.builder()
                .items(items(page, projection, request.select()))
                .count(page.items().size())
                .scannedCount(page.scanned())
                .lastEvaluatedKey(last(table, page))
                .consumedCapacity(costs.only())
                .build();
    }

    ScanResponse scan(ScanRequest request) {
        Refusals.parameter("Scan", "IndexName", request.indexName());
        Refusals.parameter("Scan", "AttributesToGet", request.hasAttributesToGet());
        Refusals.parameter("Scan", "ScanFilter", request.hasScanFilter());
        Refusals.parameter("Scan", "ConditionalOperator", request.conditionalOperator());
        Refusals.parameter("Scan", "Segment", request.segment());
        Refusals.parameter("Scan", "TotalSegments", request.totalSegments());
        var table = access.table("Scan", request.tableName());
        var expressions = access.expressions(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                request.hasExpressionAttributeValues(),
                request.expressionAttributeValues());
        var filter =
                Optional.ofNullable(request.filterExpression()).map(text -> expressions.condition(Kind.FILTER, text));
        var projection = projection(expressions, request.projectionExpression(), request.select());
        expressions.refuseUnused(Kind.FILTER);
        var page = table.read(new PageRequest(
                Optional.empty(),
                true,
                limit(request.limit()),
                start(request.hasExclusiveStartKey(), request.exclusiveStartKey()),
                filter));
        var costs = Costs.plain(request.returnConsumedCapacity());
        cost(table, page, request.consistentRead(), costs);
        return ScanResponse.builder()
                .items(items(page, projection, request.select()))
                .count(page.items().size())
                .scannedCount(page.scanned())
                .lastEvaluatedKey(last(table, page))
                .consumedCapacity(costs.only())
                .build();
    }

    private static void refuseKeys(Table table, Expressions expressions) {
        for (var attribute : expressions.attributes(Kind.FILTER)) {
            if (table.definition().keys().contains(attribute)) {
                throw new InvalidRequest("Filter Expression can only contain non-primary key attributes: "
                        + "Primary key attribute: " + attribute);
            }
        }
    }

    private static Optional<Projection> projection(
            Expressions expressions, @Nullable String text, @Nullable Select select) {
        if (select != null) {
            switch (select) {
                case ALL_ATTRIBUTES, COUNT -> {
                    if (text != null) {
                        throw new InvalidRequest(
                                "Cannot specify the ProjectionExpression when choosing to get " + select);
                    }
                }
                case SPECIFIC_ATTRIBUTES -> {
                    if (text == null) {
                        throw new InvalidRequest("Must specify the AttributesToGet or ProjectionExpression when "
                                + "choosing to get SPECIFIC_ATTRIBUTES");
                    }
                }
                case ALL_PROJECTED_ATTRIBUTES ->
                    throw new InvalidRequest(
                            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
                case UNKNOWN_TO_SDK_VERSION ->
                    throw Faults.constraint(
                            "select",
                            select,
                            "satisfy enum value set: "
                                    + "[SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]");
            }
        }
        return Optional.ofNullable(text).map(expressions::projection);
    }

    private static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return Integer.MAX_VALUE;
        }
        if (asked < 1) {
            throw Faults.constraint("limit", asked, "have value greater than or equal to 1");
        }
        return asked;
    }

    private static Optional<Map<String, Value>> start(boolean isGiven, Map<String, AttributeValue> key) {
        return isGiven ? Optional.of(AttributeValues.values(key)) : Optional.empty();
    }

    private static @Nullable List<Map<String, AttributeValue>> items(
            Page page, Optional<Projection> projection, @Nullable Select select) {
        return select == Select.COUNT
                ? null
                : page.items().stream()
                        .map(item -> ItemReads.shown(item, projection))
                        .toList();
    }

    private static @Nullable Map<String, AttributeValue> last(Table table, Page page) {
        return page.last()
                .map(item ->
                        AttributeValues.attributes(table.definition().keys().keyOf(item)))
                .orElse(null);
    }

    private static void cost(Table table, Page page, @Nullable Boolean isConsistent, Costs costs) {
        double units = Units.charged(Units.read(page.bytes()), Boolean.TRUE.equals(isConsistent));
        table.meter().read(units);
        costs.add(table, units);
    }
}
