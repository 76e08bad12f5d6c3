package com.lifeverse.local.table.read;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A key condition: the hash key equals a value, and the sort key may be narrowed by one more comparison. */
public final class KeyCondition {
    /** One comparison of a key attribute with one value, or with two for BETWEEN. */
    private record Clause(String attribute, String operator, List<Value> values) {}

    private final Arguments arguments;
    private final Map<String, Clause> clauses = new TreeMap<>();

    private KeyCondition(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Reads {@code condition}; refuses all that is no key condition for any table. */
    public static KeyCondition of(Bound<Condition> condition) {
        var read = new KeyCondition(condition.arguments());
        var parts = new ArrayList<Condition>();
        split(condition.tree(), parts);
        parts.forEach(read::add);
        return read;
    }

    private static void split(Condition condition, List<Condition> parts) {
        if (condition instanceof Condition.And(var left, var right)) {
            split(left, parts);
            split(right, parts);
        } else {
            parts.add(condition);
        }
    }

    private void add(Condition condition) {
        var clause = switch (condition) {
            case Condition.Comparison(var comparator, var left, var right) -> {
                if (comparator == Condition.Comparator.NE) {
                    throw invalidOperator("<>");
                }
                boolean mirrored = left instanceof Operand.Given;
                yield mirrored
                        ? clause(comparator.mirrored().symbol(), right, left)
                        : clause(comparator.symbol(), left, right);
            }
            case Condition.Between(var value, var low, var high) -> clause("BETWEEN", value, low, high);
            case Condition.BeginsWith(var value, var prefix) -> clause("begins_with", value, prefix);
            case Condition.Or _ -> throw invalidOperator("OR");
            case Condition.Not _ -> throw invalidOperator("NOT");
            case Condition.In _ -> throw invalidOperator("IN");
            case Condition.Exists _ -> throw invalidOperator("attribute_exists");
            case Condition.NotExists _ -> throw invalidOperator("attribute_not_exists");
            case Condition.HasType _ -> throw invalidOperator("attribute_type");
            case Condition.Contains _ -> throw invalidOperator("contains");
            case Condition.And _, Condition.Unusable _ ->
                throw new IllegalStateException("Was split or refused: " + condition);
        };
        if (clauses.put(clause.attribute(), clause) != null) {
            throw new InvalidRequest(
                    "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key");
        }
    }

    private Clause clause(String operator, Operand key, Operand... values) {
        var given = new ArrayList<Value>(2);
        for (var value : values) {
            switch (value) {
                case Operand.Given(var name) -> given.add(arguments.value(name));
                case Operand.Attribute _ ->
                    throw new InvalidRequest("Invalid condition in KeyConditionExpression: "
                            + "Multiple attribute names used in one condition");
                case Operand.Size _,
                        Operand.IfNotExists _,
                        Operand.ListAppend _,
                        Operand.Sum _,
                        Operand.Difference _,
                        Operand.Unusable _ -> throw nested();
            }
        }
        return switch (key) {
            case Operand.Attribute(var path) -> new Clause(attribute(path), operator, given);
            case Operand.Given _ ->
                throw new InvalidRequest(
                        operator.equals("BETWEEN") || operator.equals("begins_with")
                                ? "Invalid condition in KeyConditionExpression: " + operator
                                        + " operator must have the key attribute as its first operand"
                                : "Invalid condition in KeyConditionExpression: No key attribute specified");
            case Operand.Size _,
                    Operand.IfNotExists _,
                    Operand.ListAppend _,
                    Operand.Sum _,
                    Operand.Difference _,
                    Operand.Unusable _ -> throw nested();
        };
    }

    private static String attribute(Path path) {
        if (path.isNested()) {
            throw new InvalidRequest(
                    "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes");
        }
        return path.head();
    }

    /** The range that the condition stands for in a table or index with {@code keys}. */
    public KeyRange range(KeySchema keys) {
        if (clauses.size() > keys.attributes().size()) {
            throw new InvalidRequest("The number of query conditions (" + clauses.size() + ") exceeds the number of "
                    + "key attributes defined in the schema ("
                    + keys.attributes().size() + ")");
        }
        var hash = clause(keys.hash());
        if (!hash.operator().equals("=") || (clauses.size() > 1 && keys.sort().isEmpty())) {
            throw new InvalidRequest("Query key condition not supported");
        }
        var start = keys.hashBytes(hash.values().getFirst());
        return clauses.size() == 1
                ? new KeyRange(start, start, start.afterPrefix(), false)
                : range(keys, start, clause(keys.sort().orElseThrow()));
    }

    private Clause clause(KeyAttribute attribute) {
        var clause = clauses.get(attribute.name());
        if (clause == null) {
            throw new InvalidRequest("Query condition missed key schema element: " + attribute.name());
        }
        for (var value : clause.values()) {
            if (value.type() != attribute.type()) {
                throw InvalidRequest.parameter("Condition parameter type does not match schema type");
            }
        }
        return clause;
    }

    private static KeyRange range(KeySchema keys, Bytes start, Clause sort) {
        if (sort.operator().equals("begins_with")) {
            var beginning = start.plus(beginning(keys, sort.values().getFirst()));
            return narrowed(start, beginning, beginning.afterPrefix());
        }
        var low = start.plus(keys.sortBytes(sort.values().getFirst()));
        var high = start.plus(keys.sortBytes(sort.values().getLast()));
        return switch (sort.operator()) {
            case "=", "BETWEEN" -> narrowed(start, low, high.afterPrefix());
            case "<" -> narrowed(start, start, low);
            case "<=" -> narrowed(start, start, low.afterPrefix());
            case ">" -> narrowed(start, low.afterPrefix(), start.afterPrefix());
            case ">=" -> narrowed(start, low, start.afterPrefix());
            default -> throw new IllegalStateException("No key operator: " + sort.operator());
        };
    }

    private static KeyRange narrowed(Bytes start, Bytes from, Bytes to) {
        return new KeyRange(start, from, to, true);
    }

    private static Bytes beginning(KeySchema keys, Value prefix) {
        if (prefix.type() == Value.Type.N) {
            throw new InvalidRequest("Invalid KeyConditionExpression: Incorrect operand type for operator or "
                    + "function; operator or function: begins_with, operand type: N");
        }
        return keys.sortBeginning(prefix);
    }

    private static InvalidRequest nested() {
        return new InvalidRequest(
                "Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations");
    }

    private static InvalidRequest invalidOperator(String operator) {
        return new InvalidRequest("Invalid operator used in KeyConditionExpression: " + operator);
    }
}
