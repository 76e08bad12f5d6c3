package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Parser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of an expression that are being evaluated, from the inmost to the whole, so that an error can say where it was. */
final class Trail {
    private final Deque<Open> open = new ArrayDeque<>();

    /**
     * A part that is not evaluated yet.
     *
     * @param found what the parts inside it came to so far
     */
    record Open(Part part, List<@Nullable Object> found) {}

    /**
     * A call that went wrong.
     *
     * @param name what was called, if by a name
     * @param function the function itself
     */
    record Call(@Nullable String name, @Nullable Object function, List<@Nullable Object> arguments) {
        @Nullable
        Object argument(int index) {
            return index < arguments.size() ? arguments.get(index) : null;
        }

        boolean of(String called) {
            return called.equals(name);
        }
    }

    void enter(Parser.Symbol symbol) {
        open.push(new Open(new Part(symbol), new ArrayList<>(0)));
    }

    void leave(@Nullable Object result) {
        open.pop();
        if (!open.isEmpty()) {
            open.peek().found().add(result);
        }
    }

    /** The inmost part that is not evaluated yet. */
    @Nullable
    Open inmost() {
        return open.peek();
    }

    /** True if nothing but the whole expression is still open. */
    boolean isWhole() {
        return open.size() == 1 && !open.peek().part().is("function");
    }

    /** The inmost call of which all arguments were known. */
    Call call() {
        for (var each : open) {
            var part = each.part();
            if (part.is("function")) {
                return call(part, each.found(), List.of());
            }
            var right = part.is("apply") ? part.right() : null;
            if (right != null && right.is("function")) {
                var found = each.found();
                return call(
                        right,
                        found.subList(Math.min(1, found.size()), found.size()),
                        found.subList(0, Math.min(1, found.size())));
            }
        }
        return new Call(null, null, List.of());
    }

    private static Call call(Part part, List<@Nullable Object> found, List<@Nullable Object> first) {
        var arguments = new ArrayList<@Nullable Object>(first);
        int last = Math.min(found.size(), part.arguments().size() + 1);
        if (last > 1) {
            arguments.addAll(found.subList(1, last));
        }
        return new Call(part.called(), found.isEmpty() ? null : found.getFirst(), arguments);
    }

    /** What an error is said to come from: the call, or the outermost {@code and} or {@code or} that it was on the right of. */
    @Nullable
    String token() {
        var logical = logical();
        return logical.isPresent() ? logical.get() : call().name();
    }

    /** True if the error was on the right of {@code and} or {@code or}. */
    boolean isLogical() {
        return logical().isPresent();
    }

    private Optional<String> logical() {
        return open.stream()
                .filter(each -> each.part().is("binary") && each.found().size() == 1)
                .map(each -> String.valueOf(each.part().value()))
                .filter(List.of("and", "or")::contains)
                .reduce((_, outer) -> outer);
    }
}
