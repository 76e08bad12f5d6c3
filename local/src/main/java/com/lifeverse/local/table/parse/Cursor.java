package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks over the tokens of one expression and reads what all expression languages share: names, paths, values. */
final class Cursor {
    private static final int MAX_TEXT = 4096;

    private final Kind kind;
    private final String text;
    private final List<Token> tokens;
    private final Map<String, String> names;
    private final Set<String> usedAttributes = new LinkedHashSet<>();
    private final Set<String> usedNames = new LinkedHashSet<>();
    private final Set<String> usedValues = new LinkedHashSet<>();
    private int at;

    Cursor(Kind kind, String text, Map<String, String> names) {
        this.kind = kind;
        this.text = text;
        this.names = names;
        if (text.isBlank()) {
            throw kind.invalid("The expression can not be empty;");
        }
        if (text.length() > MAX_TEXT) {
            throw kind.invalid(
                    "Expression size has exceeded the maximum allowed size; expression size: " + text.length());
        }
        this.tokens = Lexer.tokens(text);
    }

    <T> Parsed<T> end(T tree) {
        if (peek().form() != Token.Form.END) {
            throw syntaxError();
        }
        return new Parsed<>(tree, usedAttributes, usedNames, usedValues);
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
        return peek().form() == Token.Form.WORD && peekNext().is("(");
    }

    Path path() {
        var steps = new ArrayList<Path.Step>();
        var head = name();
        usedAttributes.add(head.name());
        steps.add(head);
        while (true) {
            if (takeIf(".")) {
                steps.add(name());
            } else if (takeIf("[")) {
                steps.add(index());
                expect("]");
            } else {
                return new Path(steps);
            }
        }
    }

    Operand.Given value() {
        if (peek().form() != Token.Form.VALUE) {
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
                    throw invalid("Attribute name is a reserved keyword; reserved keyword: " + token.text());
                }
                yield new Path.Name(token.text());
            }
            case NAME -> {
                at++;
                var name = names.get(token.text());
                if (name == null) {
                    throw invalid("An expression attribute name used in the document path is not defined; "
                            + "attribute name: " + token.text());
                }
                usedNames.add(token.text());
                yield new Path.Name(name);
            }
            case VALUE, NUMBER, SYMBOL, END -> throw syntaxError();
        };
    }

    private Path.Index index() {
        if (peek().form() != Token.Form.NUMBER) {
            throw syntaxError();
        }
        var digits = take().text();
        if (digits.length() > 9) {
            throw invalid("List index is not within the allowable range; index: [" + digits + "]");
        }
        return new Path.Index(Integer.parseInt(digits));
    }

    /** Refuses paths of which one lies within the other, or that take one place for a map and for a list. */
    void refuseOverlaps(List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                refuseOverlap(paths.get(j), paths.get(i));
            }
        }
    }

    private void refuseOverlap(Path one, Path two) {
        int common = Math.min(one.steps().size(), two.steps().size());
        for (int i = 0; i < common; i++) {
            var left = one.steps().get(i);
            var right = two.steps().get(i);
            if (left instanceof Path.Name != right instanceof Path.Name) {
                throw invalid("Two document paths conflict with each other; "
                        + "must remove or rewrite one of these paths; path one: " + one + ", path two: " + two);
            }
            if (!left.equals(right)) {
                return;
            }
        }
        throw invalid("Two document paths overlap with each other; "
                + "must remove or rewrite one of these paths; path one: " + one + ", path two: " + two);
    }
}
