package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.parse.ParsedExpressions.Parsed;
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
    private static final Set<String> UPDATES = Set.of("if_not_exists", "list_append");

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
            cursor.countOperator();
            left = new Whole(new Condition.Or(condition(left), condition(both())), false);
        }
        return left;
    }

    private Part both() {
        var left = negation();
        while (cursor.takeKeyword("AND")) {
            cursor.countOperator();
            left = new Whole(new Condition.And(condition(left), condition(negation())), false);
        }
        return left;
    }

    private Part negation() {
        if (cursor.takeKeyword("NOT")) {
            cursor.countOperator();
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
            return cursor.atFunction() ? call() : new Piece(simpleOperand(), false);
        }
        var inner = cursor.nested(this::either);
        cursor.expect(")");
        if (inner.isInParentheses()) {
            noteRedundant();
        }
        return switch (inner) {
            case Whole(var condition, var _) -> new Whole(condition, true);
            case Piece(var operand, var _) -> new Piece(continued(operand), true);
        };
    }

    private Part comparison(Piece left) {
        var comparator = comparator();
        if (comparator.isPresent()) {
            cursor.take();
            cursor.countOperator();
            return new Whole(new Condition.Comparison(comparator.get(), left.operand(), operand()), false);
        }
        if (cursor.takeKeyword("BETWEEN")) {
            cursor.countOperator();
            var low = operand();
            if (!cursor.takeKeyword("AND")) {
                throw cursor.syntaxError();
            }
            return new Whole(new Condition.Between(left.operand(), low, operand()), false);
        }
        if (cursor.takeKeyword("IN")) {
            cursor.countOperator();
            cursor.expect("(");
            return new Whole(new Condition.In(left.operand(), operands()), false);
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
            case Piece(Operand.Size size, var _) -> {
                noteMisused("size");
                yield new Condition.Unusable(List.of(size), false, "");
            }
            case Piece(Operand.Unusable(var operands, var why), var _) -> new Condition.Unusable(operands, false, why);
            case Piece _ -> throw cursor.syntaxError();
        };
    }

    private Operand operand() {
        if (!cursor.takeIf("(")) {
            return simpleOperand();
        }
        boolean again = cursor.peek().is("(");
        var operand = cursor.nested(this::operand);
        cursor.expect(")");
        if (again) {
            noteRedundant();
        }
        return continued(operand);
    }

    /** A path may be begun in parentheses and go on behind them. */
    private Operand continued(Operand operand) {
        return operand instanceof Operand.Attribute(var path) ? new Operand.Attribute(cursor.path(path)) : operand;
    }

    private Operand simpleOperand() {
        if (!cursor.atFunction()) {
            return cursor.peek().form() == Lexer.Form.VALUE ? cursor.value() : new Operand.Attribute(cursor.path());
        }
        var name = cursor.take().text();
        var operands = arguments();
        if (name.equals("size") && operands.size() == 1) {
            return new Operand.Size(operands.getFirst());
        }
        if (name.equals("size")) {
            return new Operand.Unusable(operands, miscounted(name, operands));
        }
        if (CONDITIONS.contains(name)) {
            noteMisused(name);
        } else {
            noteUnknown(name);
        }
        return new Operand.Unusable(operands, "");
    }

    private Part call() {
        var name = cursor.peek().text();
        if (!CONDITIONS.contains(name)) {
            return new Piece(simpleOperand(), false);
        }
        cursor.take();
        return new Whole(test(name, arguments()), false);
    }

    private static Condition test(String name, List<Operand> operands) {
        boolean isOfOne = name.equals("attribute_exists") || name.equals("attribute_not_exists");
        if (operands.size() != (isOfOne ? 1 : 2)) {
            return new Condition.Unusable(operands, true, miscounted(name, operands));
        }
        var first = operands.getFirst();
        return switch (name) {
            case "attribute_exists" ->
                first instanceof Operand.Attribute(var path) ? new Condition.Exists(path) : pathless(name, operands);
            case "attribute_not_exists" ->
                first instanceof Operand.Attribute(Path path)
                        ? new Condition.NotExists(path)
                        : pathless(name, operands);
            case "attribute_type" -> new Condition.HasType(first, operands.getLast());
            case "begins_with" -> new Condition.BeginsWith(first, operands.getLast());
            case "contains" -> new Condition.Contains(first, operands.getLast());
            default -> throw new IllegalStateException("No condition: " + name);
        };
    }

    private List<Operand> arguments() {
        return cursor.nested(() -> {
            cursor.expect("(");
            return operands();
        });
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

    private static Condition pathless(String function, List<Operand> operands) {
        return new Condition.Unusable(
                operands, false, "Operator or function requires a document path; operator or function: " + function);
    }

    private static String miscounted(String function, List<Operand> operands) {
        return "Incorrect number of operands for operator or function; operator or function: " + function
                + ", number of operands: " + operands.size();
    }

    private void noteRedundant() {
        cursor.note(Problems.Rank.PARENTHESES, "The expression has redundant parentheses;");
    }

    private void noteUnknown(String function) {
        cursor.note(
                Problems.Rank.FUNCTION_NAME,
                UPDATES.contains(function)
                        ? "The function is not allowed in a condition expression; function: " + function
                        : "Invalid function name; function: " + function);
    }

    private void noteMisused(String function) {
        cursor.note(
                Problems.Rank.MISUSE,
                "The function is not allowed to be used this way in an expression; function: " + function);
    }
}
