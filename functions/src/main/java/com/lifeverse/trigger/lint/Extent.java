package com.lifeverse.trigger.lint;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What events can say in a field, as far as it is known.
 *
 * @param values all of it, in its text form; empty if that is too much to list, or not known
 * @param most no amount there exceeds this; infinite if there is no such bound, negatively if there is no amount at all
 */
public record Extent(Optional<Set<String>> values, double most) {
    /** Anything. */
    public static final Extent UNKNOWN = new Extent(Optional.empty(), Double.POSITIVE_INFINITY);

    public Extent {
        values = values.map(Set::copyOf);
    }

    /** Nothing but these. */
    public static Extent of(Set<String> values) {
        return new Extent(
                Optional.of(values),
                values.stream().mapToDouble(Extent::amount).max().orElse(Double.NEGATIVE_INFINITY));
    }

    /** What is in one or the other. */
    Extent or(Extent other) {
        var both = values.flatMap(mine -> other.values.map(theirs -> {
            Set<String> all = new HashSet<>(mine);
            all.addAll(theirs);
            return all;
        }));
        return new Extent(both, Math.max(most, other.most));
    }

    private static double amount(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException _) {
            return Double.NEGATIVE_INFINITY;
        }
    }
}
