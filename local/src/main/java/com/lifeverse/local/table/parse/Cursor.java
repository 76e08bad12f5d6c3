package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.parse.Lexer.Form;
import com.lifeverse.local.table.parse.Lexer.Token;
import com.lifeverse.local.table.parse.ParsedExpressions.Parsed;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Walks over the tokens of one expression and reads what all expression languages share: names, paths, values. */
final class Cursor {
    private static final int MAX_LEVELS = 32;
    private static final int MAX_TEXT = 4096;
    private static final int MAX_OPERATORS = 300;
    // What is nested deeper has too many operators or parentheses that do nothing; the stack is not asked to show
    // which.
    private static final int MAX_DEPTH = 400;

    private final Kind kind;
    private final String text;
    private final List<Token> tokens;
    private final Map<String, String> names;
    private final Set<String> usedAttributes = new LinkedHashSet<>();
    private final Set<String> usedNames = new LinkedHashSet<>();
    private final Set<String> nested = new LinkedHashSet<>();
    private final Set<String> undefined = new LinkedHashSet<>();
    private final Set<String> usedValues = new LinkedHashSet<>();
    private final Problems problems;
    private int operators;
    private int depth;
    private int at;

    Cursor(Kind kind, String text, Map<String, String> names) {
        this.kind = kind;
        this.text = text;
        this.names = names;
        this.problems = new Problems(kind);
        if (text.isBlank()) {
            throw kind.invalid("The expression can not be empty;");
        }
        int size = Bytes.utf8Length(text);
        if (size > MAX_TEXT) {
            throw kind.invalid("Expression size has exceeded the maximum allowed size; expression size: " + size);
        }
        this.tokens = Lexer.tokens(text);
    }

    <T> Parsed<T> end(T tree) {
        if (peek().form() != Form.END) {
            throw syntaxError();
        }
        return new Parsed<>(tree, usedAttributes, nested, usedNames, undefined, List.copyOf(usedValues), problems);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take() {
        return tokens.get(at++);
    }

    boolean takeIf(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    boolean takeKeyword(String keyword) {
        boolean found = peek().isKeyword(keyword);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String symbol) {
        if (!takeIf(symbol)) {
            throw syntaxError();
        }
    }

    InvalidRequest invalid(String why) {
        return kind.invalid(why);
    }

    /** A complaint about the token ahead, with its neighbours. */
    InvalidRequest syntaxError() {
        var token = peek();
        int from = tokens.get(Math.max(0, at - 1)).start();
        int to = peekNext().end();
        return invalid("Syntax error; token: \"" + token.text() + "\", near: \"" + text.substring(from, to) + "\"");
    }

    boolean atFunction() {
        return peek().form() == Form.WORD && peekNext().is("(");
    }

    /** Counts an operator; a text may have 300 of them. */
    void countOperator() {
        operators++;
        if (operators > MAX_OPERATORS) {
            note(
                    Problems.Rank.OPERATORS,
                    "The expression contains too many operators; operator count: " + (MAX_OPERATORS + 1));
        }
    }

    /** Reads what is in parentheses. */
    <T> T nested(Supplier<T> inner) {
        if (++depth > MAX_DEPTH) {
            throw invalid("The expression has redundant parentheses;");
        }
        var read = inner.get();
        depth--;
        return read;
    }

    /** Notes a problem that is told only if the whole text can be read. */
    void note(Problems.Rank rank, String problem) {
        problems.note(rank, problem);
    }

    Path path() {
        var head = name();
        usedAttributes.add(head.name());
        return path(Path.of(head.name()));
    }

    /** The path that goes on from {@code start}. */
    Path path(Path start) {
        var steps = new ArrayList<>(start.steps());
        while (true) {
            if (takeIf(".")) {
                steps.add(name());
            } else if (takeIf("[")) {
                steps.add(index());
                expect("]");
            } else if (steps.size() == start.steps().size()) {
                return start;
            } else {
                if (steps.size() > MAX_LEVELS) {
                    throw invalid("The document path has too many nesting levels; nesting levels: " + steps.size());
                }
                nested.add(start.head());
                return new Path(steps);
            }
        }
    }

    Operand.Given value() {
        if (peek().form() != Form.VALUE) {
            throw syntaxError();
        }
        var name = take().text();
        usedValues.add(name);
        return new Operand.Given(name);
    }

    private Path.Name name() {
        var token = peek();
        return switch (token.form()) {
            case WORD -> {
                at++;
                if (ReservedWords.contain(token.text())) {
                    note(
                            Problems.Rank.RESERVED,
                            "Attribute name is a reserved keyword; reserved keyword: " + token.text());
                }
                yield new Path.Name(token.text());
            }
            case NAME -> {
                at++;
                usedNames.add(token.text());
                var name = names.get(token.text());
                if (name == null) {
                    undefined.add(token.text());
                    note(Problems.Rank.NAME, undefinedName(token.text()));
                }
                yield new Path.Name(name == null ? token.text() : name);
            }
            case VALUE, NUMBER, SYMBOL, END -> throw syntaxError();
        };
    }

    private Path.Index index() {
        if (peek().form() != Form.NUMBER) {
            throw syntaxError();
        }
        var digits = take().text();
        if (digits.length() > 9) {
            throw invalid("List index is not within the allowable range; index: [" + digits + "]");
        }
        return new Path.Index(Integer.parseInt(digits));
    }

    static String undefinedName(String name) {
        return "An expression attribute name used in the document path is not defined; attribute name: " + name;
    }

    /** Notes paths of which one lies within the other, or that take one place for a map and for a list. */
    void noteOverlaps(List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                noteOverlap(paths.get(j), paths.get(i));
            }
        }
    }

    private void noteOverlap(Path one, Path two) {
        int common = Math.min(one.steps().size(), two.steps().size());
        for (int i = 0; i < common; i++) {
            var left = one.steps().get(i);
            var right = two.steps().get(i);
            if (left instanceof Path.Name != right instanceof Path.Name) {
                note(
                        Problems.Rank.CONFLICT,
                        "Two document paths conflict with each other; must remove or rewrite one of these paths; "
                                + "path one: " + one + ", path two: " + two);
                return;
            }
            if (!left.equals(right)) {
                return;
            }
        }
        note(
                Problems.Rank.OVERLAP,
                "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: "
                        + one + ", path two: " + two);
    }
}
