package com.lifeverse.local.workflow.language;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a JSONata expression, found without parsing it: comments, texts and regular expressions are passed over.
 *
 * @param read the variables that it reads and does not bind itself
 * @param called the functions that it calls and does not bind itself
 * @param ofStates the members of {@code $states} that it names
 * @param first the name that it begins with, if it begins with one; otherwise empty
 */
public record Words(Set<String> read, Set<String> called, Set<String> ofStates, String first) {
    private static final String NAME = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*";
    private static final Pattern VARIABLE = Pattern.compile("\\$(" + NAME + ")(\\s*:=|\\s*\\()?");
    private static final Pattern PARAMETERS = Pattern.compile("(?:function|λ)\\s*\\(([^)]*)\\)");
    private static final Pattern MEMBER = Pattern.compile("\\$states\\s*\\.\\s*(" + NAME + ")");
    private static final Pattern FIRST = Pattern.compile("^[(\\s]*(" + NAME + ")");
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null", "function", "λ", "and", "or", "in");

    /** Those of one expression. */
    public static Words of(String expression) {
        var bare = bare(expression);
        var bound = new HashSet<String>();
        PARAMETERS
                .matcher(bare)
                .results()
                .forEach(list ->
                        VARIABLE.matcher(list.group(1)).results().forEach(parameter -> bound.add(parameter.group(1))));
        var read = new LinkedHashSet<String>();
        var called = new LinkedHashSet<String>();
        VARIABLE.matcher(bare).results().forEach(found -> {
            var after = found.group(2) == null ? "" : found.group(2).strip();
            switch (after) {
                case ":=" -> bound.add(found.group(1));
                case "(" -> called.add(found.group(1));
                default -> read.add(found.group(1));
            }
        });
        read.removeAll(bound);
        called.removeAll(bound);
        read.remove("states");
        var members = new LinkedHashSet<String>();
        MEMBER.matcher(bare).results().forEach(member -> members.add(member.group(1)));
        var first = FIRST.matcher(bare);
        boolean named = first.find() && !KEYWORDS.contains(first.group(1));
        return new Words(read, called, members, named ? first.group(1) : "");
    }

    /** The expression with a blank for each character that is in a comment, a text or a regular expression. */
    private static String bare(String expression) {
        var bare = new StringBuilder();
        char before = '(';
        for (int i = 0; i < expression.length(); i++) {
            char at = expression.charAt(i);
            int end = i;
            if (at == '"' || at == '\'' || at == '`') {
                end = closing(expression, i, at);
            } else if (expression.startsWith("/*", i)) {
                end = Math.max(i, expression.indexOf("*/", i) + 1);
            } else if (at == '/' && "([{,:;?=!&|<>~+*%-".indexOf(before) >= 0) {
                end = closing(expression, i, '/');
            }
            if (end > i) {
                // What stands in quotes is a value: something can follow it that could not follow an operator.
                bare.append("'").repeat(' ', end - i);
                before = '\'';
                i = end;
            } else {
                bare.append(at);
                before = Character.isWhitespace(at) ? before : at;
            }
        }
        return bare.toString();
    }

    private static int closing(String expression, int from, char quote) {
        for (int i = from + 1; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.charAt(i) == quote) {
                return i;
            }
        }
        return expression.length() - 1;
    }
}
