package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code ADD} and {@code DELETE} do to numbers and sets. */
final class Members {
    private Members() {}

    static Value add(@Nullable Value found, Value more) {
        return switch (found) {
            case null -> more;
            case Value.N number when more instanceof Value.N other -> number.plus(other);
            case Value.SS(var texts) when more instanceof Value.SS(var other) -> new Value.SS(union(texts, other));
            case Value.NS(var numbers) when more instanceof Value.NS(var other) -> new Value.NS(union(numbers, other));
            case Value.BS(var members) when more instanceof Value.BS(var other) -> new Value.BS(union(members, other));
            case Value.S _,
                    Value.N _,
                    Value.B _,
                    Value.Bool _,
                    Value.Null _,
                    Value.L _,
                    Value.M _,
                    Value.SS _,
                    Value.NS _,
                    Value.BS _ -> throw Assignment.wrongType();
        };
    }

    /** What is left; null once the set is empty, for there are no empty sets. */
    static @Nullable Value remove(@Nullable Value found, Value less) {
        return switch (found) {
            case null -> null;
            case Value.SS(var texts)
            when less instanceof Value.SS(var other) -> {
                var left = difference(texts, other);
                yield left.isEmpty() ? null : new Value.SS(left);
            }
            case Value.NS(var numbers)
            when less instanceof Value.NS(var other) -> {
                var left = difference(numbers, other);
                yield left.isEmpty() ? null : new Value.NS(left);
            }
            case Value.BS(var members)
            when less instanceof Value.BS(var other) -> {
                var left = difference(members, other);
                yield left.isEmpty() ? null : new Value.BS(left);
            }
            case Value.S _,
                    Value.N _,
                    Value.B _,
                    Value.Bool _,
                    Value.Null _,
                    Value.L _,
                    Value.M _,
                    Value.SS _,
                    Value.NS _,
                    Value.BS _ -> throw Assignment.wrongType();
        };
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static <T> Set<T> difference(Set<T> all, Set<T> less) {
        var left = new LinkedHashSet<>(all);
        left.removeAll(less);
        return left;
    }
}
