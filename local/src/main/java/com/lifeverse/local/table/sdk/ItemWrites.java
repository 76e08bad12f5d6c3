package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.engine.WriteOutcome;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** PutItem, UpdateItem and DeleteItem. */
record ItemWrites(Access access) {
    PutItemResponse put(PutItemRequest request) {
        Refusals.parameter("PutItem", "Expected", request.hasExpected());
        Refusals.parameter("PutItem", "ConditionalOperator", request.conditionalOperator());
        var table = access.table("PutItem", request.tableName());
        var values = oldOrNone(request.returnValues());
        var expressions = access.expressions(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                request.hasExpressionAttributeValues(),
                request.expressionAttributeValues());
        var condition = condition(expressions, request.conditionExpression());
        expressions.refuseUnused(Kind.CONDITION);
        var item = Item.taking(AttributeValues.values(request.item()));
        var costs = Costs.plain(request.returnConsumedCapacity());
        var written =
                written(table, new Write.Put(item, condition), costs, request.returnValuesOnConditionCheckFailure());
        return PutItemResponse.builder()
                .attributes(shown(values, written, Update.NOTHING))
                .consumedCapacity(costs.only())
                .build();
    }

    DeleteItemResponse delete(DeleteItemRequest request) {
        Refusals.parameter("DeleteItem", "Expected", request.hasExpected());
        Refusals.parameter("DeleteItem", "ConditionalOperator", request.conditionalOperator());
        var table = access.table("DeleteItem", request.tableName());
        var values = oldOrNone(request.returnValues());
        var expressions = access.expressions(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                request.hasExpressionAttributeValues(),
                request.expressionAttributeValues());
        var condition = condition(expressions, request.conditionExpression());
        expressions.refuseUnused(Kind.CONDITION);
        var delete = new Write.Delete(AttributeValues.values(request.key()), condition);
        var costs = Costs.plain(request.returnConsumedCapacity());
        var written = written(table, delete, costs, request.returnValuesOnConditionCheckFailure());
        return DeleteItemResponse.builder()
                .attributes(shown(values, written, Update.NOTHING))
                .consumedCapacity(costs.only())
                .build();
    }

    UpdateItemResponse update(UpdateItemRequest request) {
        Refusals.parameter("UpdateItem", "AttributeUpdates", request.hasAttributeUpdates());
        Refusals.parameter("UpdateItem", "Expected", request.hasExpected());
        Refusals.parameter("UpdateItem", "ConditionalOperator", request.conditionalOperator());
        var table = access.table("UpdateItem", request.tableName());
        var expressions = access.expressions(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                request.hasExpressionAttributeValues(),
                request.expressionAttributeValues());
        var update = update(expressions, request.updateExpression());
        var condition = condition(expressions, request.conditionExpression());
        expressions.refuseUnused(Kind.UPDATE, Kind.CONDITION);
        var write = new Write.Update(AttributeValues.values(request.key()), update, condition);
        var costs = Costs.plain(request.returnConsumedCapacity());
        var written = written(table, write, costs, request.returnValuesOnConditionCheckFailure());
        return UpdateItemResponse.builder()
                .attributes(shown(request.returnValues(), written, update.tree()))
                .consumedCapacity(costs.only())
                .build();
    }

    static Bound<Update> update(Expressions expressions, @Nullable String text) {
        return text == null ? Bound.NO_UPDATE : expressions.update(text);
    }

    static Optional<Bound<Condition>> condition(Expressions expressions, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> expressions.condition(Kind.CONDITION, given));
    }

    private static WriteOutcome.Written written(
            Table table, Write write, Costs costs, @Nullable ReturnValuesOnConditionCheckFailure onFailure) {
        return switch (table.write(write)) {
            case WriteOutcome.Written written -> {
                costs.add(table, (double) written.units());
                yield written;
            }
            case WriteOutcome.Refused(var found, var _) ->
                throw Faults.conditionFailed(onFailure == ReturnValuesOnConditionCheckFailure.ALL_OLD ? found : null);
        };
    }

    private static @Nullable ReturnValue oldOrNone(@Nullable ReturnValue asked) {
        if (asked == null || asked == ReturnValue.NONE || asked == ReturnValue.ALL_OLD) {
            return asked;
        }
        throw new InvalidRequest("ReturnValues can only be ALL_OLD or NONE");
    }

    private static @Nullable Map<String, AttributeValue> shown(
            @Nullable ReturnValue asked, WriteOutcome.Written written, Update update) {
        if (asked == null) {
            return null;
        }
        var values = switch (asked) {
            case NONE -> Map.<String, Value>of();
            case ALL_OLD -> attributes(written.before());
            case ALL_NEW -> attributes(written.after());
            case UPDATED_OLD -> Projection.of(update.paths()).of(attributes(written.before()));
            case UPDATED_NEW -> Projection.of(update.paths()).of(attributes(written.after()));
            case UNKNOWN_TO_SDK_VERSION ->
                throw Faults.constraint(
                        "returnValues",
                        asked,
                        "satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]");
        };
        return values.isEmpty() ? null : AttributeValues.attributes(values);
    }

    private static Map<String, Value> attributes(@Nullable Item item) {
        return item == null ? Map.of() : item.attributes();
    }
}
