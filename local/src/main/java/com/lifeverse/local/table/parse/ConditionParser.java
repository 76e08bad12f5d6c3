package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions, filters and key conditions. OR binds weakest, then AND, then NOT. Parentheses may hold a condition or an
 * operand, which shows only after they are read, so that both travel as a {@link Part}.
 */
final class ConditionParser {
    private static final Set<String> CONDITIONS =
            Set.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains");
    // With the operand before IN.
    private static final int MAX_OPERANDS = 100;

    private sealed interface Part {
        boolean isInParentheses();
    }

    private record Whole(Condition condition, boolean isInParentheses) implements Part {}

    private record Piece(Operand operand, boolean isInParentheses) implements Part {}

    private final Cursor cursor;

    private ConditionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Parsed<Condition> parse(Kind kind, String text, Map<String, String> names) {
        var cursor = new Cursor(kind, text, names);
        var parser = new ConditionParser(cursor);
        return cursor.end(parser.condition(parser.either()));
    }

    private Part either() {
        var left = both();
        while (cursor.takeKeyword("OR")) {
            left = new Whole(new Condition.Or(condition(left), condition(both())), false);
        }
        return left;
    }

    private Part both() {
        var left = negation();
        while (cursor.takeKeyword("AND")) {
            left = new Whole(new Condition.And(condition(left), condition(negation())), false);
        }
        return left;
    }

    private Part negation() {
        if (cursor.takeKeyword("NOT")) {
            return new Whole(new Condition.Not(condition(negation())), false);
        }
        var part = primary();
        return switch (part) {
            case Whole whole -> whole;
            case Piece piece -> comparison(piece);
        };
    }

    private Part primary() {
        if (!cursor.takeIf("(")) {
            return cursor.atFunction() && CONDITIONS.contains(cursor.peek().text())
                    ? new Whole(test(), false)
                    : new Piece(simpleOperand(), false);
        }
        var inner = either();
        cursor.expect(")");
        if (inner.isInParentheses()) {
            throw cursor.invalid("The expression has redundant parentheses;");
        }
        return switch (inner) {
            case Whole(var condition, var _) -> new Whole(condition, true);
            case Piece(var operand, var _) -> new Piece(operand, true);
        };
    }

    private Part comparison(Piece left) {
        var comparator = comparator();
        if (comparator.isPresent()) {
            cursor.take();
            return new Whole(new Condition.Comparison(comparator.get(), left.operand(), operand()), false);
        }
        if (cursor.takeKeyword("BETWEEN")) {
            var low = operand();
            if (!cursor.takeKeyword("AND")) {
                throw cursor.syntaxError();
            }
            return new Whole(new Condition.Between(left.operand(), low, operand()), false);
        }
        if (cursor.takeKeyword("IN")) {
            cursor.expect("(");
            var options = operands();
            int operands = options.size() + 1;
            if (operands > MAX_OPERANDS) {
                throw cursor.invalid(
                        "The IN operator is provided with too many operands; number of operands: " + operands);
            }
            return new Whole(new Condition.In(left.operand(), options), false);
        }
        return left;
    }

    private Optional<Condition.Comparator> comparator() {
        for (var comparator : Condition.Comparator.values()) {
            if (cursor.peek().is(comparator.symbol())) {
                return Optional.of(comparator);
            }
        }
        return Optional.empty();
    }

    private Condition condition(Part part) {
        return switch (part) {
            case Whole(var condition, var _) -> condition;
            case Piece(var operand, var _) -> {
                if (operand instanceof Operand.Size) {
                    throw misused("size");
                }
                throw cursor.syntaxError();
            }
        };
    }

    private Operand operand() {
        if (!cursor.takeIf("(")) {
            return simpleOperand();
        }
        boolean again = cursor.peek().is("(");
        var operand = operand();
        cursor.expect(")");
        if (again) {
            throw cursor.invalid("The expression has redundant parentheses;");
        }
        return operand;
    }

    private Operand simpleOperand() {
        if (!cursor.atFunction()) {
            return cursor.peek().form() == Token.Form.VALUE ? cursor.value() : new Operand.Attribute(cursor.path());
        }
        var name = cursor.peek().text();
        if (CONDITIONS.contains(name)) {
            throw misused(name);
        }
        if (!name.equals("size")) {
            throw cursor.invalid("Invalid function name; function: " + name);
        }
        return new Operand.Size(arguments(name, 1).getFirst());
    }

    private Condition test() {
        var name = cursor.peek().text();
        return switch (name) {
            case "attribute_exists" ->
                new Condition.Exists(path(name, arguments(name, 1).getFirst()));
            case "attribute_not_exists" ->
                new Condition.NotExists(path(name, arguments(name, 1).getFirst()));
            case "attribute_type" -> {
                var arguments = arguments(name, 2);
                yield new Condition.HasType(arguments.getFirst(), arguments.getLast());
            }
            case "begins_with" -> {
                var arguments = arguments(name, 2);
                yield new Condition.BeginsWith(arguments.getFirst(), arguments.getLast());
            }
            case "contains" -> {
                var arguments = arguments(name, 2);
                yield new Condition.Contains(arguments.getFirst(), arguments.getLast());
            }
            default -> throw new IllegalStateException("No condition: " + name);
        };
    }

    private List<Operand> arguments(String function, int count) {
        cursor.take();
        cursor.expect("(");
        var arguments = operands();
        if (arguments.size() != count) {
            throw cursor.invalid("Incorrect number of operands for operator or function; operator or function: "
                    + function + ", number of operands: " + arguments.size());
        }
        return arguments;
    }

    /** Operands between commas up to the closing parenthesis. */
    private List<Operand> operands() {
        var operands = new ArrayList<Operand>();
        do {
            operands.add(operand());
        } while (cursor.takeIf(","));
        cursor.expect(")");
        return operands;
    }

    private Path path(String function, Operand operand) {
        if (operand instanceof Operand.Attribute(var path)) {
            return path;
        }
        throw cursor.invalid("Operator or function requires a document path; operator or function: " + function);
    }

    private InvalidRequest misused(String function) {
        return cursor.invalid(
                "The function is not allowed to be used this way in an expression; function: " + function);
    }
}
