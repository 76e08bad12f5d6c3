package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.parse.ParsedExpressions.Parsed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Update expressions: each of the four sections at most once, in any order. */
final class UpdateParser {
    private static final Set<String> CONDITIONS =
            Set.of("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size");

    private enum Section {
        SET,
        REMOVE,
        ADD,
        DELETE
    }

    private final Cursor cursor;

    private UpdateParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Parsed<Update> parse(String text, Map<String, String> names) {
        var cursor = new Cursor(Kind.UPDATE, text, names);
        var actions = new UpdateParser(cursor).sections();
        cursor.noteOverlaps(actions.stream().map(Update.Action::path).toList());
        return cursor.end(new Update(actions));
    }

    private List<Update.Action> sections() {
        var actions = new ArrayList<Update.Action>();
        var seen = EnumSet.noneOf(Section.class);
        while (cursor.peek().form() != Lexer.Form.END) {
            var section = section();
            if (!seen.add(section)) {
                cursor.note(
                        Problems.Rank.SECTION,
                        "The \"" + section + "\" section can only be used once in an update expression;");
            }
            Supplier<Update.Action> action = switch (section) {
                case SET -> this::set;
                case REMOVE -> () -> new Update.Remove(cursor.path());
                case ADD -> () -> new Update.Add(cursor.path(), cursor.value());
                case DELETE -> () -> new Update.Delete(cursor.path(), cursor.value());
            };
            do {
                actions.add(action.get());
            } while (cursor.takeIf(","));
        }
        return actions;
    }

    private Section section() {
        for (var section : Section.values()) {
            if (cursor.takeKeyword(section.name())) {
                return section;
            }
        }
        throw cursor.syntaxError();
    }

    private Update.Action set() {
        var path = cursor.path();
        cursor.expect("=");
        return new Update.Set(path, value());
    }

    /** A sum, a difference or one operand, any of them in parentheses. */
    private Operand value() {
        var left = cursor.takeIf("(") ? inParentheses(this::value) : operand();
        if (left instanceof Operand.Sum || left instanceof Operand.Difference) {
            return left;
        }
        if (cursor.takeIf("+")) {
            cursor.countOperator();
            return new Operand.Sum(left, operand());
        }
        if (cursor.takeIf("-")) {
            cursor.countOperator();
            return new Operand.Difference(left, operand());
        }
        return left;
    }

    private Operand operand() {
        if (cursor.takeIf("(")) {
            return inParentheses(this::operand);
        }
        if (cursor.atFunction()) {
            return function(cursor.take().text());
        }
        return cursor.peek().form() == Lexer.Form.VALUE ? cursor.value() : new Operand.Attribute(cursor.path());
    }

    private Operand inParentheses(Supplier<Operand> inner) {
        var operand = cursor.nested(inner);
        cursor.expect(")");
        return operand;
    }

    private Operand function(String name) {
        cursor.countOperator();
        var operands = cursor.nested(this::operands);
        if (operands.stream().anyMatch(Operand.ListAppend.class::isInstance)) {
            cursor.note(
                    Problems.Rank.MISUSE,
                    "The function is not allowed to be used this way in an expression; function: list_append");
        }
        if (CONDITIONS.contains(name)) {
            cursor.note(
                    Problems.Rank.FUNCTION_NAME,
                    "The function is not allowed in an update expression; function: " + name);
            return new Operand.Unusable(operands, "");
        }
        if (!name.equals("if_not_exists") && !name.equals("list_append")) {
            cursor.note(Problems.Rank.FUNCTION_NAME, "Invalid function name; function: " + name);
            return new Operand.Unusable(operands, "");
        }
        if (operands.size() != 2) {
            return new Operand.Unusable(
                    operands,
                    "Incorrect number of operands for operator or function; operator or function: " + name
                            + ", number of operands: " + operands.size());
        }
        if (name.equals("list_append")) {
            return new Operand.ListAppend(operands.getFirst(), operands.getLast());
        }
        return operands.getFirst() instanceof Operand.Attribute(var path)
                ? new Operand.IfNotExists(path, operands.getLast())
                : new Operand.Unusable(
                        operands, "Operator or function requires a document path; operator or function: " + name);
    }

    private List<Operand> operands() {
        cursor.expect("(");
        var operands = new ArrayList<Operand>();
        do {
            operands.add(operand());
        } while (cursor.takeIf(","));
        cursor.expect(")");
        return operands;
    }
}
