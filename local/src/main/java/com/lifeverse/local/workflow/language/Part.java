package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.utils.Signature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed expression, opened up: the library keeps to itself what it consists of. */
record Part(Parser.Symbol symbol) {
    private static final VarHandle TYPE = of(Parser.Symbol.class, "type", String.class);
    private static final VarHandle VALUE = of(Parser.Symbol.class, "value", Object.class);
    private static final VarHandle STEPS = of(Parser.Symbol.class, "steps", List.class);
    private static final VarHandle PROCEDURE = of(Parser.Symbol.class, "procedure", Parser.Symbol.class);
    private static final VarHandle ARGUMENTS = of(Parser.Symbol.class, "arguments", List.class);
    private static final VarHandle BODY = of(Parser.Symbol.class, "body", Parser.Symbol.class);
    private static final VarHandle RIGHT = of(Parser.Symbol.class, "rhs", Parser.Symbol.class);
    private static final VarHandle EXPRESSIONS = of(Parser.Symbol.class, "expressions", List.class);
    private static final List<VarHandle> ONES = List.of(
            of(Parser.Symbol.class, "lhs", Parser.Symbol.class),
            RIGHT,
            of(Parser.Symbol.class, "expression", Parser.Symbol.class),
            of(Parser.Symbol.class, "condition", Parser.Symbol.class),
            of(Parser.Symbol.class, "then", Parser.Symbol.class),
            of(Parser.Symbol.class, "_else", Parser.Symbol.class),
            of(Parser.Symbol.class, "pattern", Parser.Symbol.class),
            PROCEDURE,
            BODY);
    private static final VarHandle OF_FUNCTION = of(JFunction.class, "signature", Signature.class);
    private static final VarHandle WRITTEN = of(Signature.class, "_signature", String.class);

    private static VarHandle of(Class<?> owner, String field, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, field, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JSONata keeps " + field + " of " + owner + " elsewhere now", e);
        }
    }

    /** What the library calls this kind of part, such as {@code function} or {@code path}. */
    String type() {
        return String.valueOf(TYPE.get(symbol));
    }

    boolean is(String type) {
        return type.equals(TYPE.get(symbol));
    }

    /** The name, literal or operator that it is. */
    @Nullable
    Object value() {
        return VALUE.get(symbol);
    }

    List<Part> steps() {
        return parts(STEPS.get(symbol));
    }

    List<Part> arguments() {
        return parts(ARGUMENTS.get(symbol));
    }

    List<Part> expressions() {
        return parts(EXPRESSIONS.get(symbol));
    }

    /** What a call calls. */
    @Nullable
    Part procedure() {
        return part(PROCEDURE.get(symbol));
    }

    /** What stands right of an operator. */
    @Nullable
    Part right() {
        return part(RIGHT.get(symbol));
    }

    /** The name of what a call calls, if it is called by a name. */
    @Nullable
    String called() {
        var procedure = procedure();
        if (procedure == null) {
            return null;
        }
        var named = procedure.is("path") ? procedure.steps().getFirst() : procedure;
        return named.value() instanceof String name ? name : null;
    }

    /**
     * The parts inside it that see what it sees itself. Left out are those that see what another part has found: later steps
     * of a path, predicates, terms to sort by, groups.
     */
    List<Part> inside() {
        var inside = new ArrayList<Part>();
        if (is("path")) {
            inside.add(steps().getFirst());
            return inside;
        }
        if (is("transform")) {
            return inside;
        }
        for (var one : ONES) {
            var found = part(one.get(symbol));
            if (found != null) {
                inside.add(found);
            }
        }
        if (!is("lambda")) {
            inside.addAll(arguments());
        }
        inside.addAll(expressions());
        inside.addAll(pairs(symbol.lhsObject));
        return inside;
    }

    /** What each parameter of a function may be, as regular expressions of letters for types; empty if it takes anything. */
    static List<String> parameters(@Nullable Object function) {
        var signature = switch (function) {
            case JFunction own -> OF_FUNCTION.get(own);
            case Parser.Symbol lambda -> lambda.signature;
            case null, default -> null;
        };
        if (!(signature instanceof Signature found)) {
            return List.of();
        }
        var written = String.valueOf(WRITTEN.get(found));
        return List.of(written.replaceAll("^\\^\\(|\\)\\$$", "").split("\\)\\("));
    }

    private static @Nullable Part part(@Nullable Object found) {
        return found instanceof Parser.Symbol symbol ? new Part(symbol) : null;
    }

    private static List<Part> parts(@Nullable Object found) {
        var parts = new ArrayList<Part>();
        if (found instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof Parser.Symbol symbol) {
                    parts.add(new Part(symbol));
                }
            });
        }
        return parts;
    }

    private static List<Part> pairs(@Nullable Object found) {
        var parts = new ArrayList<Part>();
        if (found instanceof List<?> pairs) {
            pairs.forEach(pair -> {
                if (pair instanceof Parser.Symbol[] both) {
                    parts.addAll(parts(List.of(both)));
                } else {
                    parts.addAll(parts(pair));
                }
            });
        }
        return parts;
    }
}
