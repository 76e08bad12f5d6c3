package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.read.KeyCondition;
import com.lifeverse.local.table.read.Page;
import com.lifeverse.local.table.read.PageRequest;
import com.lifeverse.local.table.read.Segment;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.request.Legacy;
import com.lifeverse.local.table.request.Texts;
import com.lifeverse.local.table.request.Wording;
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

/** Query and Scan, of tables and indexes. */
record PageReads(Access access) {
    private static final int MAX_SEGMENTS = 1_000_000;
    private static final List<String> SELECTS =
            List.of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");

    QueryResponse query(QueryRequest request) {
        new Constraints()
                .limit(request.limit())
                .capacity(request.returnConsumedCapacityAsString())
                .oneOf("select", request.selectAsString(), SELECTS)
                .table(request.tableName())
                .optionalName("indexName", request.indexName())
                .check();
        require("Query", request.tableName(), request.indexName());
        var texts = new Texts(Wording.CURRENT)
                .may(Kind.PROJECTION, request.projectionExpression())
                .may(Kind.FILTER, request.filterExpression())
                .may(Kind.KEY_CONDITION, request.keyConditionExpression())
                .names(request.hasExpressionAttributeNames(), request.expressionAttributeNames())
                .values(request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .requireUse(new Legacy()
                        .parameter("AttributesToGet", request.hasAttributesToGet(), "ProjectionExpression")
                        .parameter("QueryFilter", request.hasQueryFilter(), "FilterExpression")
                        .parameter("ConditionalOperator", request.conditionalOperatorAsString(), "FilterExpression")
                        .parameter("KeyConditions", request.hasKeyConditions(), "KeyConditionExpression"));
        var after = request.hasExclusiveStartKey()
                ? Optional.of(AttributeValues.values(request.exclusiveStartKey(), Wording.CURRENT))
                : Optional.<Map<String, Value>>empty();
        if (request.keyConditionExpression() == null) {
            throw new InvalidRequest("Either the KeyConditions or KeyConditionExpression parameter must be specified "
                    + "in the request.");
        }
        var expressions = access.expressions(texts);
        var keys = expressions.condition(Kind.KEY_CONDITION, request.keyConditionExpression());
        var filter = filter(expressions, request.filterExpression());
        var projection = Optional.ofNullable(request.projectionExpression()).map(expressions::projection);
        expressions.refuseUnused();
        var keyCondition = KeyCondition.of(keys);
        var selection = new Selection(request.select(), projection, expressions, request.indexName());
        var asked = Wording.enveloped(selection::requireSense);
        var target = Target.of(access.table(request.tableName()), request.indexName(), request.consistentRead());
        after.ifPresent(key -> target.source().requireNames(key, false));
        var range = keyCondition.range(target.source().keys());
        target.requireWhole(expressions, Kind.PROJECTION);
        target.requireNoKeys(expressions);
        var whole = asked.whole(target);
        target.requireWhole(expressions, Kind.FILTER);
        var page = Page.of(
                target.source(),
                new PageRequest(
                        Optional.of(range),
                        !Boolean.FALSE.equals(request.scanIndexForward()),
                        limit(request.limit()),
                        after,
                        Optional.empty(),
                        filter,
                        whole));
        var costs = Costs.plain(request.returnConsumedCapacity());
        target.cost(page, costs);
        return QueryResponse.builder()
                .items(asked.items(page, target))
                .count(page.items().size())
                .scannedCount(page.scanned())
                .lastEvaluatedKey(target.last(page))
                .consumedCapacity(costs.only())
                .build();
    }

    ScanResponse scan(ScanRequest request) {
        new Constraints()
                .atLeast("limit", request.limit(), 1)
                .capacity(request.returnConsumedCapacityAsString())
                .atLeast("segment", request.segment(), 0)
                .oneOf("select", request.selectAsString(), SELECTS)
                .atLeast("totalSegments", request.totalSegments(), 1)
                .atMost("totalSegments", request.totalSegments(), MAX_SEGMENTS)
                .table(request.tableName())
                .optionalName("indexName", request.indexName())
                .check();
        require("Scan", request.tableName(), request.indexName());
        var texts = new Texts(Wording.OLDER)
                .may(Kind.PROJECTION, request.projectionExpression())
                .may(Kind.FILTER, request.filterExpression())
                .names(request.hasExpressionAttributeNames(), request.expressionAttributeNames())
                .values(request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .requireUse(new Legacy()
                        .parameter("AttributesToGet", request.hasAttributesToGet(), "ProjectionExpression")
                        .parameter("ScanFilter", request.hasScanFilter(), "FilterExpression")
                        .parameter("ConditionalOperator", request.conditionalOperatorAsString(), "FilterExpression"));
        var after = start(request.hasExclusiveStartKey(), request.exclusiveStartKey());
        var segment = segment(request.segment(), request.totalSegments());
        var expressions = access.expressions(texts);
        var filter = filter(expressions, request.filterExpression());
        var projection = Optional.ofNullable(request.projectionExpression()).map(expressions::projection);
        expressions.refuseUnused();
        var asked = new Selection(request.select(), projection, expressions, request.indexName()).requireSense();
        var target = Target.of(access.table(request.tableName()), request.indexName(), request.consistentRead());
        after.ifPresent(key -> target.source().requireNames(key, true));
        var whole = asked.whole(target);
        target.requireWhole(expressions, Kind.PROJECTION, Kind.FILTER);
        var page = Page.of(
                target.source(),
                new PageRequest(Optional.empty(), true, limit(request.limit()), after, segment, filter, whole));
        var costs = Costs.plain(request.returnConsumedCapacity());
        target.cost(page, costs);
        return ScanResponse.builder()
                .items(asked.items(page, target))
                .count(page.items().size())
                .scannedCount(page.scanned())
                .lastEvaluatedKey(target.last(page))
                .consumedCapacity(costs.only())
                .build();
    }

    private void require(String action, String table, @Nullable String index) {
        if (index == null) {
            access.require(action, table);
        } else {
            access.requireIndex(action, table, index);
        }
    }

    private static Optional<Bound<Condition>> filter(Expressions expressions, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> expressions.condition(Kind.FILTER, given));
    }

    private static int limit(@Nullable Integer asked) {
        return asked == null ? Integer.MAX_VALUE : asked;
    }

    private static Optional<Segment> segment(@Nullable Integer number, @Nullable Integer total) {
        if (number == null && total == null) {
            return Optional.empty();
        }
        if (total == null) {
            throw new InvalidRequest("The TotalSegments parameter is required but was not present in the request when "
                    + "Segment parameter is present");
        }
        if (number == null) {
            throw new InvalidRequest("The Segment parameter is required but was not present in the request when "
                    + "parameter TotalSegments is present");
        }
        if (number >= total) {
            throw new InvalidRequest("The Segment parameter is zero-based and must be less than parameter "
                    + "TotalSegments: Segment: " + number + " is not less than TotalSegments: " + total);
        }
        return Optional.of(new Segment(number, total));
    }

    private static Optional<Map<String, Value>> start(boolean isGiven, Map<String, AttributeValue> key) {
        if (!isGiven) {
            return Optional.empty();
        }
        try {
            return Optional.of(AttributeValues.values(key, Wording.OLDER));
        } catch (InvalidRequest e) {
            throw new InvalidRequest("The provided starting key is invalid: " + e.getMessage());
        }
    }
}
