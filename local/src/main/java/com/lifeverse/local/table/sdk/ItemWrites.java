package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.engine.WriteOutcome;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.request.Legacy;
import com.lifeverse.local.table.request.Texts;
import com.lifeverse.local.table.request.Wording;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** PutItem, UpdateItem and DeleteItem. */
record ItemWrites(Access access) {
    private static final String CONDITION = "ConditionExpression";
    private static final String ON_FAILURE = "returnValuesOnConditionCheckFailure";

    /** A write as far as it shows without its table. */
    private record Read<W extends Write>(W write, Expressions expressions) {}

    PutItemResponse put(PutItemRequest request) {
        new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .table(request.tableName())
                .metrics(request.returnItemCollectionMetricsAsString())
                .returnValues(request.returnValuesAsString())
                .onFailure(ON_FAILURE, request.returnValuesOnConditionCheckFailureAsString())
                .given("item", request.hasItem())
                .check();
        access.require("PutItem", request.tableName());
        var read = Wording.enveloped(() -> read(request));
        requireSize(read.write().item());
        var call = new Call(access.table(request.tableName()), read.expressions(), request.returnConsumedCapacity());
        var written = call.written(read.write(), request.returnValuesOnConditionCheckFailure());
        return PutItemResponse.builder()
                .attributes(Shown.values(request.returnValues(), written, Update.NOTHING))
                .itemCollectionMetrics(Shown.collection(
                        request.returnItemCollectionMetrics(),
                        call.table,
                        read.write().item().attributes()))
                .consumedCapacity(call.costs.only())
                .build();
    }

    private Read<Write.Put> read(PutItemRequest request) {
        var texts = new Texts(Wording.CURRENT)
                .may(Kind.CONDITION, request.conditionExpression())
                .names(request.hasExpressionAttributeNames(), request.expressionAttributeNames())
                .values(request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .requireUse(new Legacy()
                        .parameter("Expected", request.hasExpected(), CONDITION)
                        .parameter("ConditionalOperator", request.conditionalOperatorAsString(), CONDITION));
        var item = Item.taking(AttributeValues.values(request.item(), Wording.CURRENT));
        requireOldOrNone(request.returnValues());
        var expressions = access.expressions(texts);
        var condition = condition(expressions, request.conditionExpression());
        expressions.refuseUnused();
        return new Read<>(new Write.Put(item, condition), expressions);
    }

    DeleteItemResponse delete(DeleteItemRequest request) {
        new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .table(request.tableName())
                .metrics(request.returnItemCollectionMetricsAsString())
                .returnValues(request.returnValuesAsString())
                .onFailure(ON_FAILURE, request.returnValuesOnConditionCheckFailureAsString())
                .given("key", request.hasKey())
                .check();
        access.require("DeleteItem", request.tableName());
        var read = Wording.enveloped(() -> read(request));
        var call = new Call(access.table(request.tableName()), read.expressions(), request.returnConsumedCapacity());
        var written = call.written(read.write(), request.returnValuesOnConditionCheckFailure());
        return DeleteItemResponse.builder()
                .attributes(Shown.values(request.returnValues(), written, Update.NOTHING))
                .itemCollectionMetrics(Shown.collection(
                        request.returnItemCollectionMetrics(),
                        call.table,
                        read.write().key()))
                .consumedCapacity(call.costs.only())
                .build();
    }

    private Read<Write.Delete> read(DeleteItemRequest request) {
        var texts = new Texts(Wording.CURRENT)
                .may(Kind.CONDITION, request.conditionExpression())
                .names(request.hasExpressionAttributeNames(), request.expressionAttributeNames())
                .values(request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .requireUse(new Legacy()
                        .parameter("Expected", request.hasExpected(), CONDITION)
                        .parameter("ConditionalOperator", request.conditionalOperatorAsString(), CONDITION));
        var key = AttributeValues.values(request.key(), Wording.CURRENT);
        requireOldOrNone(request.returnValues());
        var expressions = access.expressions(texts);
        var condition = condition(expressions, request.conditionExpression());
        expressions.refuseUnused();
        return new Read<>(new Write.Delete(key, condition), expressions);
    }

    UpdateItemResponse update(UpdateItemRequest request) {
        new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .table(request.tableName())
                .metrics(request.returnItemCollectionMetricsAsString())
                .returnValues(request.returnValuesAsString())
                .onFailure(ON_FAILURE, request.returnValuesOnConditionCheckFailureAsString())
                .given("key", request.hasKey())
                .check();
        access.require("UpdateItem", request.tableName());
        var read = Wording.enveloped(() -> read(request));
        var call = new Call(access.table(request.tableName()), read.expressions(), request.returnConsumedCapacity());
        var written = call.written(read.write(), request.returnValuesOnConditionCheckFailure());
        return UpdateItemResponse.builder()
                .attributes(Shown.values(
                        request.returnValues(), written, read.write().update().tree()))
                .itemCollectionMetrics(Shown.collection(
                        request.returnItemCollectionMetrics(),
                        call.table,
                        read.write().key()))
                .consumedCapacity(call.costs.only())
                .build();
    }

    private Read<Write.Update> read(UpdateItemRequest request) {
        var texts = new Texts(Wording.CURRENT)
                .may(Kind.UPDATE, request.updateExpression())
                .may(Kind.CONDITION, request.conditionExpression())
                .names(request.hasExpressionAttributeNames(), request.expressionAttributeNames())
                .values(request.hasExpressionAttributeValues(), request.expressionAttributeValues())
                .requireUse(new Legacy()
                        .parameter("AttributeUpdates", request.hasAttributeUpdates(), "UpdateExpression")
                        .parameter("Expected", request.hasExpected(), CONDITION)
                        .parameter("ConditionalOperator", request.conditionalOperatorAsString(), CONDITION));
        var key = AttributeValues.values(request.key(), Wording.CURRENT);
        var expressions = access.expressions(texts);
        var update = update(expressions, request.updateExpression());
        var condition = condition(expressions, request.conditionExpression());
        expressions.refuseUnused();
        return new Read<>(new Write.Update(key, update, condition), expressions);
    }

    static Bound<Update> update(Expressions expressions, @Nullable String text) {
        return text == null ? Bound.NO_UPDATE : expressions.update(text);
    }

    static Optional<Bound<Condition>> condition(Expressions expressions, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> expressions.condition(Kind.CONDITION, given));
    }

    /** Refuses a path into a key, which is told after whatever else is wrong with {@code write}. */
    static void requireWhole(Table table, Expressions expressions, Write write) {
        var nested = expressions.nested(Kind.UPDATE, Kind.CONDITION);
        if (!nested.isEmpty()) {
            table.plans().require(write);
            table.plans().rules().requireWhole(nested);
        }
    }

    static void requireSize(Item item) {
        if (item.size() > Item.MAX_SIZE) {
            throw new InvalidRequest("Item size has exceeded the maximum allowed size");
        }
    }

    private static void requireOldOrNone(@Nullable ReturnValue asked) {
        if (asked != null && asked != ReturnValue.NONE && asked != ReturnValue.ALL_OLD) {
            throw new InvalidRequest("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    /** One write on its way to its table. */
    private static final class Call {
        private final Table table;
        private final Expressions expressions;
        private final Costs costs;

        Call(Table table, Expressions expressions, @Nullable ReturnConsumedCapacity asked) {
            this.table = table;
            this.expressions = expressions;
            this.costs = Costs.plain(asked);
        }

        WriteOutcome.Written written(Write write, @Nullable ReturnValuesOnConditionCheckFailure onFailure) {
            requireWhole(table, expressions, write);
            return switch (table.write(write)) {
                case WriteOutcome.Written written -> {
                    costs.written(table, written.units());
                    yield written;
                }
                case WriteOutcome.Refused(var found, var _) ->
                    throw Faults.conditionFailed(
                            onFailure == ReturnValuesOnConditionCheckFailure.ALL_OLD ? found : null);
            };
        }
    }
}
