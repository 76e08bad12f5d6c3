package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.transaction.Digest;
import com.lifeverse.local.table.transaction.Part;
import com.lifeverse.local.table.transaction.Token;
import com.lifeverse.local.table.transaction.TransactionOutcome;
import com.lifeverse.local.table.transaction.Transactions;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** TransactWriteItems. */
record TransactionWrites(Access access, Transactions transactions) {
    private static final int MAX_PARTS = 100;
    private static final int MAX_TOKEN = 36;

    /** A part of the request as it came, with what a failed condition shall show. */
    private record Asked(Part part, @Nullable ReturnValuesOnConditionCheckFailure onFailure) {}

    TransactWriteItemsResponse write(TransactWriteItemsRequest request) {
        var items = request.transactItems();
        if (items.isEmpty() || items.size() > MAX_PARTS) {
            throw Faults.constraint(
                    "transactItems",
                    items.isEmpty() ? "[]" : items.size() + " items",
                    "have length "
                            + (items.isEmpty() ? "greater than or equal to 1" : "less than or equal to " + MAX_PARTS));
        }
        var digest = new Digest();
        var asked = items.stream().map(item -> asked(item, digest)).toList();
        var parts = asked.stream().map(Asked::part).toList();
        var token = Optional.ofNullable(request.clientRequestToken()).map(text -> token(text, digest));
        var costs = Costs.transactionWrite(request.returnConsumedCapacity());
        return switch (transactions.write(parts, token)) {
            case TransactionOutcome.Committed(var units) -> response(parts, units, costs);
            case TransactionOutcome.Repeated(var units) ->
                response(parts, units, Costs.transactionRead(request.returnConsumedCapacity()));
            case TransactionOutcome.Cancelled(var reasons) -> throw Faults.cancelled(shown(reasons, asked));
            case TransactionOutcome.TokenReused _ -> throw Faults.tokenReused();
        };
    }

    private static Token token(String text, Digest digest) {
        if (text.isEmpty() || text.length() > MAX_TOKEN) {
            throw Faults.constraint(
                    "clientRequestToken",
                    text,
                    "have length "
                            + (text.isEmpty() ? "greater than or equal to 1" : "less than or equal to " + MAX_TOKEN));
        }
        return new Token(text, digest.made());
    }

    private Asked asked(TransactWriteItem item, Digest digest) {
        long kinds = Stream.of(item.put(), item.update(), item.delete(), item.conditionCheck())
                .filter(Objects::nonNull)
                .count();
        if (kinds != 1) {
            throw new InvalidRequest("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        if (item.put() != null) {
            return put(item.put(), digest.add("Put"));
        }
        if (item.update() != null) {
            return update(item.update(), digest.add("Update"));
        }
        return item.delete() != null
                ? delete(item.delete(), digest.add("Delete"))
                : check(item.conditionCheck(), digest.add("ConditionCheck"));
    }

    private Asked put(Put put, Digest digest) {
        var table = access.table("PutItem", put.tableName());
        var expressions = access.expressions(
                put.hasExpressionAttributeNames(),
                put.expressionAttributeNames(),
                put.hasExpressionAttributeValues(),
                put.expressionAttributeValues());
        var condition = ItemWrites.condition(expressions, put.conditionExpression());
        expressions.refuseUnused(Kind.CONDITION);
        var attributes = AttributeValues.values(put.item());
        digest.add(table.definition().name()).addValues(attributes);
        add(digest, put.conditionExpression(), put.expressionAttributeNames(), put.expressionAttributeValues());
        var write = new Write.Put(Item.taking(attributes), condition);
        return new Asked(new Part(table, write), put.returnValuesOnConditionCheckFailure());
    }

    private Asked update(Update update, Digest digest) {
        var table = access.table("UpdateItem", update.tableName());
        var expressions = access.expressions(
                update.hasExpressionAttributeNames(),
                update.expressionAttributeNames(),
                update.hasExpressionAttributeValues(),
                update.expressionAttributeValues());
        var change = ItemWrites.update(expressions, required(update.updateExpression(), "update.updateExpression"));
        var condition = ItemWrites.condition(expressions, update.conditionExpression());
        expressions.refuseUnused(Kind.UPDATE, Kind.CONDITION);
        var key = AttributeValues.values(update.key());
        digest.add(table.definition().name()).addValues(key).add(update.updateExpression());
        add(
                digest,
                update.conditionExpression(),
                update.expressionAttributeNames(),
                update.expressionAttributeValues());
        var write = new Write.Update(key, change, condition);
        return new Asked(new Part(table, write), update.returnValuesOnConditionCheckFailure());
    }

    private Asked delete(Delete delete, Digest digest) {
        var table = access.table("DeleteItem", delete.tableName());
        var expressions = access.expressions(
                delete.hasExpressionAttributeNames(),
                delete.expressionAttributeNames(),
                delete.hasExpressionAttributeValues(),
                delete.expressionAttributeValues());
        var condition = ItemWrites.condition(expressions, delete.conditionExpression());
        expressions.refuseUnused(Kind.CONDITION);
        var key = AttributeValues.values(delete.key());
        digest.add(table.definition().name()).addValues(key);
        add(
                digest,
                delete.conditionExpression(),
                delete.expressionAttributeNames(),
                delete.expressionAttributeValues());
        var write = new Write.Delete(key, condition);
        return new Asked(new Part(table, write), delete.returnValuesOnConditionCheckFailure());
    }

    private Asked check(ConditionCheck check, Digest digest) {
        var table = access.table("ConditionCheckItem", check.tableName());
        var expressions = access.expressions(
                check.hasExpressionAttributeNames(),
                check.expressionAttributeNames(),
                check.hasExpressionAttributeValues(),
                check.expressionAttributeValues());
        var condition = ItemWrites.condition(
                expressions, required(check.conditionExpression(), "conditionCheck.conditionExpression"));
        expressions.refuseUnused(Kind.CONDITION);
        var key = AttributeValues.values(check.key());
        digest.add(table.definition().name()).addValues(key);
        add(digest, check.conditionExpression(), check.expressionAttributeNames(), check.expressionAttributeValues());
        var write = new Write.Check(key, condition);
        return new Asked(new Part(table, write), check.returnValuesOnConditionCheckFailure());
    }

    private static String required(@Nullable String expression, String parameter) {
        if (expression == null) {
            throw Faults.constraint("transactItems.1.member." + parameter, null, "not be null");
        }
        return expression;
    }

    private static void add(
            Digest digest, @Nullable String condition, Map<String, String> names, Map<String, AttributeValue> values) {
        digest.add(condition == null ? "" : condition).addNames(names).addValues(AttributeValues.values(values));
    }

    private static TransactWriteItemsResponse response(List<Part> parts, List<Long> units, Costs costs) {
        for (int i = 0; i < parts.size(); i++) {
            costs.add(parts.get(i).table(), units.get(i).doubleValue());
        }
        return TransactWriteItemsResponse.builder()
                .consumedCapacity(costs.all())
                .build();
    }

    private static List<CancellationReason> shown(List<TransactionOutcome.Reason> reasons, List<Asked> asked) {
        var shown = new ArrayList<CancellationReason>(reasons.size());
        for (int i = 0; i < reasons.size(); i++) {
            var reason = CancellationReason.builder();
            switch (reasons.get(i)) {
                case TransactionOutcome.NoObjection _ -> reason.code("None");
                case TransactionOutcome.Invalid(var message) ->
                    reason.code("ValidationError").message(message);
                case TransactionOutcome.ConditionFailed(var found) -> {
                    reason.code("ConditionalCheckFailed").message("The conditional request failed");
                    if (found != null && asked.get(i).onFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD) {
                        reason.item(AttributeValues.attributes(found.attributes()));
                    }
                }
            }
            shown.add(reason.build());
        }
        return shown;
    }
}
