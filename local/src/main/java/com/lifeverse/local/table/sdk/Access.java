package com.lifeverse.local.table.sdk;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one caller reaches the tables through. */
record Access(Catalogue catalogue, ParsedExpressions parsed, Caller caller) {
    /** The table of that name or ARN, if the caller may do {@code action} to it. */
    Table table(String action, @Nullable String nameOrArn) {
        if (nameOrArn == null) {
            throw Faults.constraint("tableName", null, "not be null");
        }
        caller.require("dynamodb:" + action, TableDefinition.arn(Catalogue.name(nameOrArn)));
        return catalogue.table(nameOrArn);
    }

    /** The expressions of a request that has names only if {@code hasNames}, and values only if {@code hasValues}. */
    Expressions expressions(
            boolean hasNames, Map<String, String> names, boolean hasValues, Map<String, AttributeValue> values) {
        if (hasNames && names.isEmpty()) {
            throw new InvalidRequest("ExpressionAttributeNames must not be empty");
        }
        if (hasValues && values.isEmpty()) {
            throw new InvalidRequest("ExpressionAttributeValues must not be empty");
        }
        return new Expressions(
                parsed, hasNames ? names : Map.of(), hasValues ? AttributeValues.values(values) : Map.of());
    }
}
