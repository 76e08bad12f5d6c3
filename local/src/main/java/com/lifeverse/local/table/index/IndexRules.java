package com.lifeverse.local.table.index;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What writes may do to attributes that are keys of a table or of an index. */
public record IndexRules(TableDefinition table) {
    /** Refuses an item whose index keys are of the wrong type, empty or too long. */
    public void requireFit(Item item) {
        for (var index : table.indexes()) {
            for (var key : index.keys().attributes()) {
                var value = item.attribute(key.name());
                if (value == null) {
                    continue;
                }
                if (value.type() != key.type()) {
                    throw mismatch(key, value.type());
                }
                if (KeyAttribute.isEmpty(value)) {
                    throw InvalidRequest.empty("A value specified for a secondary index key is not supported. "
                            + key.emptiness() + " IndexName: " + first(key) + ", IndexKey: " + key.name());
                }
                requireLength(index.keys(), key, value);
            }
        }
    }

    /** Refuses an update of a key, or of an index key to what is surely of another type. */
    public void requireFit(Bound<Update> update) {
        var actions = update.tree().actions();
        for (var key : table.keys().names()) {
            for (var action : actions) {
                if (action.path().head().equals(key)) {
                    throw InvalidRequest.parameter(
                            "Cannot update attribute " + key + ". This attribute is part of the key");
                }
            }
        }
        for (var index : table.indexes()) {
            for (var key : index.keys().attributes()) {
                for (var action : actions) {
                    var type = type(action, key.name(), update.arguments());
                    if (type != null && type != key.type()) {
                        throw mismatch(key, type);
                    }
                }
            }
        }
    }

    /** Refuses what an update has made of the index keys that it changes. */
    public void requireFit(Update update, Item after) {
        for (var index : table.indexes()) {
            for (var key : index.keys().attributes()) {
                var value = after.attribute(key.name());
                boolean isChanged = update.actions().stream()
                        .anyMatch(action -> action.path().head().equals(key.name()));
                if (value != null && isChanged) {
                    requireUpdated(index.keys(), key, value);
                }
            }
        }
    }

    /** Refuses paths into these attributes if one of them is a key: keys are scalars. */
    public void requireWhole(Set<String> attributes) {
        for (var attribute : attributes) {
            boolean isIndexKey =
                    table.indexes().stream().anyMatch(index -> index.keys().contains(attribute));
            if (table.keys().contains(attribute) || isIndexKey) {
                throw new InvalidRequest("Key attributes must be scalars; list random access '[]' and map lookup '.' "
                        + "are not allowed: " + (table.keys().contains(attribute) ? "Key: " : "IndexKey: ")
                        + attribute);
            }
        }
    }

    private static void requireUpdated(KeySchema keys, KeyAttribute key, Value value) {
        if (value.type() != key.type()) {
            throw new InvalidRequest(
                    "The update expression attempted to update the secondary index key to unsupported type");
        }
        if (KeyAttribute.isEmpty(value)) {
            throw InvalidRequest.empty("The update expression attempted to update a secondary index key to a "
                    + "value that is not supported. " + key.emptiness());
        }
        requireLength(keys, key, value);
    }

    /** The type that {@code action} gives {@code attribute} whatever the item holds; null if it does not say. */
    private static Value.@Nullable Type type(Update.Action action, String attribute, Arguments arguments) {
        if (action.path().isNested() || !action.path().head().equals(attribute)) {
            return null;
        }
        return switch (action) {
            case Update.Set(var _, var operand) -> type(operand, arguments);
            case Update.Add(var _, var given) -> arguments.value(given.name()).type();
            case Update.Delete(var _, var given) ->
                arguments.value(given.name()).type();
            case Update.Remove _ -> null;
        };
    }

    private static Value.@Nullable Type type(Operand operand, Arguments arguments) {
        return switch (operand) {
            case Operand.Given(var name) -> arguments.value(name).type();
            case Operand.Sum _, Operand.Difference _ -> Value.Type.N;
            case Operand.ListAppend _ -> Value.Type.L;
            case Operand.IfNotExists(var _, var otherwise) -> type(otherwise, arguments);
            case Operand.Attribute _, Operand.Size _, Operand.Unusable _ -> null;
        };
    }

    private static void requireLength(KeySchema keys, KeyAttribute key, Value value) {
        if (value.size() > keys.limit(key)) {
            throw InvalidRequest.parameter(KeySchema.tooLong(key.equals(keys.hash())));
        }
    }

    private InvalidRequest mismatch(KeyAttribute key, Value.Type actual) {
        return InvalidRequest.parameter("Type mismatch for Index Key " + key.name() + " Expected: " + key.type()
                + " Actual: " + actual + " IndexName: " + first(key));
    }

    /** The index that is named in complaints about {@code key}: the first in the alphabet that has it. */
    private String first(KeyAttribute key) {
        return table.indexes().stream()
                .filter(index -> index.keys().contains(key.name()))
                .map(IndexDefinition::name)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
