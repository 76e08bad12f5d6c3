package com.lifeverse.local.table.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes trees as text, with names and values as a request gives them, and no two writings quite alike. */
final class Writer {
    private static final Set<String> PLAIN_NAMES = Set.of("a", "b", "c", "d1", "e_e", "p", "s", "g", "n");

    private final Draw draw;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Writer(Draw draw) {
        this.draw = draw;
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, Object> values() {
        return values;
    }

    String test(Tree.Test test) {
        return either(test);
    }

    private String either(Tree.Test test) {
        return test instanceof Tree.Either(var left, var right) ? either(left) + word("OR") + both(right) : both(test);
    }

    private String both(Tree.Test test) {
        return switch (test) {
            case Tree.Either _ -> "(" + either(test) + ")";
            case Tree.Both(var left, var right) -> both(left) + word("AND") + single(right);
            case Tree.Not _, Tree.Compare _, Tree.Between _, Tree.OneOf _, Tree.Call _ -> single(test);
        };
    }

    private String single(Tree.Test test) {
        return switch (test) {
            case Tree.Either _, Tree.Both _ -> "(" + either(test) + ")";
            case Tree.Not(var of) -> word("NOT").stripLeading() + single(of);
            case Tree.Compare(var operator, var left, var right) ->
                maybeInParentheses(term(left) + space() + operator + space() + term(right));
            case Tree.Between(var value, var low, var high) ->
                maybeInParentheses(term(value) + word("BETWEEN") + term(low) + word("AND") + term(high));
            case Tree.OneOf(var value, var options) ->
                maybeInParentheses(term(value) + word("IN") + "(" + terms(options) + ")");
            case Tree.Call(var name, var arguments) ->
                maybeInParentheses(name + space() + "(" + terms(arguments) + ")");
        };
    }

    private String maybeInParentheses(String text) {
        return draw.chance(10) ? "(" + space() + text + ")" : text;
    }

    private String terms(List<Tree.Term> terms) {
        return terms.stream().map(this::term).collect(Collectors.joining("," + space()));
    }

    private String term(Tree.Term term) {
        return switch (term) {
            case Tree.PathTo path -> path(path);
            case Tree.Literal(var value) -> value(value);
            case Tree.SizeOf(var of) -> "size(" + term(of) + ")";
        };
    }

    String update(List<Tree.Action> actions) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (var action : actions) {
            var path = path(action.path());
            switch (action) {
                case Tree.Assign(var _, var source) -> add(sections, "SET", path + " = " + source(source));
                case Tree.Remove _ -> add(sections, "REMOVE", path);
                case Tree.Add(var _, var literal) -> add(sections, "ADD", path + " " + value(literal.value()));
                case Tree.Take(var _, var literal) -> add(sections, "DELETE", path + " " + value(literal.value()));
            }
        }
        return sections.entrySet().stream()
                .map(section -> cased(section.getKey()) + " " + String.join("," + space(), section.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static void add(Map<String, List<String>> sections, String section, String action) {
        sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(action);
    }

    private String source(Tree.Source source) {
        return switch (source) {
            case Tree.Plainly(var term) -> term(term);
            case Tree.Reckon(var sign, var left, var right) -> {
                var text = source(left) + space() + sign + space() + source(right);
                yield draw.chance(20) ? "(" + text + ")" : text;
            }
            case Tree.IfAbsent(var path, var otherwise) ->
                "if_not_exists(" + path(path) + ", " + source(otherwise) + ")";
            case Tree.Append(var first, var second) -> "list_append(" + source(first) + "," + source(second) + ")";
        };
    }

    String projection(List<Tree.PathTo> paths) {
        return paths.stream().map(this::path).collect(Collectors.joining("," + space()));
    }

    String path(Tree.PathTo path) {
        var text = new StringBuilder();
        for (var step : path.steps()) {
            if (step instanceof String name) {
                text.append(text.isEmpty() ? "" : ".").append(name(name));
            } else {
                text.append('[').append(step).append(']');
            }
        }
        return text.toString();
    }

    private String name(String name) {
        if (PLAIN_NAMES.contains(name) && draw.chance(70)) {
            return name;
        }
        for (var known : names.entrySet()) {
            if (known.getValue().equals(name)) {
                return known.getKey();
            }
        }
        var key = "#n" + names.size();
        names.put(key, name);
        return key;
    }

    String value(Object value) {
        var key = ":v" + values.size();
        values.put(key, value);
        return key;
    }

    private String word(String keyword) {
        return " " + cased(keyword) + " ";
    }

    private String cased(String keyword) {
        return draw.chance(80) ? keyword : keyword.toLowerCase(Locale.ROOT);
    }

    private String space() {
        return draw.chance(70) ? " " : draw.chance(50) ? "" : "  \t";
    }
}
