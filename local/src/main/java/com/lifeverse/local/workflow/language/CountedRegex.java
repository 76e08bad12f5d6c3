package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as the function that JSONata has it be: of a text, it answers the first match and how to get the
 * next one. What it looks at is counted, so that {@code ~>} cannot make it run for hours.
 */
final class CountedRegex extends JFunction {
    /** The library keeps what a literal stands for to itself, and applies it uncounted. */
    private static final VarHandle LITERAL = literal();

    private final Pattern pattern;

    private CountedRegex(Pattern pattern) {
        super((_, args) -> args.get(0) instanceof String text ? match(matcher(pattern, text)) : null, "<s-:x>");
        this.pattern = pattern;
    }

    private static VarHandle literal() {
        try {
            return MethodHandles.privateLookupIn(Parser.Symbol.class, MethodHandles.lookup())
                    .findVarHandle(Parser.Symbol.class, "value", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JSONata keeps its literals elsewhere now", e);
        }
    }

    /** Has a part of an expression, if it is a regular expression, be a counted one from now on. */
    static void replaceIn(Parser.Symbol part) {
        if (LITERAL.get(part) instanceof Pattern pattern) {
            LITERAL.set(part, new CountedRegex(pattern));
        }
    }

    /** The pattern behind an argument that is a regular expression; any other as it is. */
    static @Nullable Object plain(@Nullable Object argument) {
        return argument instanceof CountedRegex regex ? regex.pattern : argument;
    }

    private static Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(TextFunctions.watched(text));
    }

    private static @Nullable Map<String, Object> match(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        var groups = new ArrayList<@Nullable String>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        var found = new LinkedHashMap<String, Object>();
        found.put("match", matcher.group());
        found.put("start", matcher.start());
        found.put("end", matcher.end());
        found.put("groups", groups);
        Jsonata.Fn0<@Nullable Object> next = () -> match(matcher);
        found.put("next", next);
        return found;
    }

    /** The arguments of a function that wants patterns themselves. */
    static List<@Nullable Object> plain(List<?> arguments) {
        var plain = new ArrayList<@Nullable Object>();
        arguments.forEach(each -> plain.add(plain(each)));
        return plain;
    }
}
