package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Legacy;
import com.lifeverse.local.table.request.Texts;
import com.lifeverse.local.table.request.Wording;
import com.lifeverse.local.table.transaction.Digest;
import com.lifeverse.local.table.transaction.Part;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One action of a transaction as it came: the four kinds differ in little.
 *
 * @param name as the request calls it
 * @param permission what the caller must be allowed to do
 * @param attributes the item, or its key; null if the request has none
 */
record TransactionAction(
        String name,
        String permission,
        @Nullable String table,
        @Nullable Map<String, AttributeValue> attributes,
        @Nullable String update,
        @Nullable String condition,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values,
        @Nullable String onFailure) {
    /** An action whose expressions are read. */
    record Read(
            String table,
            Write write,
            Set<String> nested,
            long bytes,
            @Nullable ReturnValuesOnConditionCheckFailure onFailure) {
        Part part(Access access) {
            return new Part(access.table(table), write, nested);
        }
    }

    /** All actions that {@code item} has; it should have one. */
    static List<TransactionAction> of(TransactWriteItem item) {
        var actions = new ArrayList<TransactionAction>(1);
        var check = item.conditionCheck();
        if (check != null) {
            actions.add(new TransactionAction(
                    "conditionCheck",
                    "ConditionCheckItem",
                    check.tableName(),
                    check.hasKey() ? check.key() : null,
                    null,
                    check.conditionExpression(),
                    check.hasExpressionAttributeNames() ? check.expressionAttributeNames() : null,
                    check.hasExpressionAttributeValues() ? check.expressionAttributeValues() : null,
                    check.returnValuesOnConditionCheckFailureAsString()));
        }
        var put = item.put();
        if (put != null) {
            actions.add(new TransactionAction(
                    "put",
                    "PutItem",
                    put.tableName(),
                    put.hasItem() ? put.item() : null,
                    null,
                    put.conditionExpression(),
                    put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null,
                    put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null,
                    put.returnValuesOnConditionCheckFailureAsString()));
        }
        var delete = item.delete();
        if (delete != null) {
            actions.add(new TransactionAction(
                    "delete",
                    "DeleteItem",
                    delete.tableName(),
                    delete.hasKey() ? delete.key() : null,
                    null,
                    delete.conditionExpression(),
                    delete.hasExpressionAttributeNames() ? delete.expressionAttributeNames() : null,
                    delete.hasExpressionAttributeValues() ? delete.expressionAttributeValues() : null,
                    delete.returnValuesOnConditionCheckFailureAsString()));
        }
        var update = item.update();
        if (update != null) {
            actions.add(new TransactionAction(
                    "update",
                    "UpdateItem",
                    update.tableName(),
                    update.hasKey() ? update.key() : null,
                    update.updateExpression(),
                    update.conditionExpression(),
                    update.hasExpressionAttributeNames() ? update.expressionAttributeNames() : null,
                    update.hasExpressionAttributeValues() ? update.expressionAttributeValues() : null,
                    update.returnValuesOnConditionCheckFailureAsString()));
        }
        return actions;
    }

    private boolean isUpdate() {
        return name.equals("update");
    }

    void constrain(Constraints constraints, String path) {
        var start = path + name + ".";
        constraints.given(start + (name.equals("put") ? "item" : "key"), attributes != null);
        constraints.onFailure(start + "returnValuesOnConditionCheckFailure", onFailure);
        if (attributes == null) {
            return;
        }
        constraints.notNull(start + "tableName", table);
        if (isUpdate()) {
            constraints.notNull(start + "updateExpression", update);
        }
        if (name.equals("conditionCheck")) {
            constraints.notNull(start + "conditionExpression", condition);
        }
    }

    /** Reads the expressions; whatever is wrong with them refuses the whole transaction. */
    Read read(Access access, Digest digest) {
        if (table == null || attributes == null) {
            throw new InvalidRequest("The action or operation requested is invalid.");
        }
        access.require(permission, table);
        var texts = new Texts(Wording.OLDER);
        if (isUpdate()) {
            texts.may(Kind.UPDATE, update);
        }
        texts.may(Kind.CONDITION, condition)
                .names(names != null, names == null ? Map.of() : names)
                .values(values != null, values == null ? Map.of() : values)
                .requireUse(new Legacy());
        var given = AttributeValues.values(attributes, Wording.OLDER);
        var expressions = access.expressions(texts);
        var write = write(
                given,
                isUpdate() ? ItemWrites.update(expressions, update) : Bound.NO_UPDATE,
                ItemWrites.condition(expressions, condition));
        expressions.refuseUnused();
        var arguments = values == null ? Map.<String, Value>of() : AttributeValues.values(values, Wording.OLDER);
        digest.add(name)
                .add(table)
                .addValues(given)
                .add(update == null ? "" : update)
                .add(condition == null ? "" : condition)
                .addNames(names == null ? Map.of() : names)
                .addValues(arguments);
        long bytes = (long) Item.taking(given).size() + Item.taking(arguments).size();
        return new Read(table, write, expressions.nested(Kind.UPDATE, Kind.CONDITION), bytes, shownOnFailure());
    }

    private @Nullable ReturnValuesOnConditionCheckFailure shownOnFailure() {
        return onFailure == null ? null : ReturnValuesOnConditionCheckFailure.fromValue(onFailure);
    }

    private Write write(
            Map<String, Value> given,
            Bound<com.lifeverse.local.table.expression.Update> change,
            Optional<Bound<Condition>> bound) {
        return switch (name) {
            case "put" -> {
                var item = Item.taking(given);
                ItemWrites.requireSize(item);
                yield new Write.Put(item, bound);
            }
            case "update" -> new Write.Update(given, change, bound);
            case "delete" -> new Write.Delete(given, bound);
            case "conditionCheck" -> new Write.Check(given, bound);
            default -> throw new IllegalStateException("No action: " + name);
        };
    }
}
