package com.lifeverse.platform.runtime;

import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;

/**
 * What one call uses of tables, in request units as DynamoDB counts and bills them. Whoever is asked within the call adds to it, on
 * the call's thread or on one that it started.
 */
public final class Spending {
    /** The setting that has answers show what they cost: {@code true} outside of production. */
    public static final String SETTING = "COST_SHOWN";

    private static final InheritableThreadLocal<Spending> CURRENT = new InheritableThreadLocal<>();

    private final DoubleAdder reads = new DoubleAdder();
    private final DoubleAdder writes = new DoubleAdder();
    private volatile boolean counted;

    /** Does that, and has all that it uses added up here. */
    public <T> T during(Supplier<T> call) {
        CURRENT.set(this);
        try {
            return call.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Adds to the call that is under way, if one is. */
    static void add(double reads, double writes) {
        var spending = CURRENT.get();
        if (spending != null) {
            spending.counted = true;
            spending.reads.add(reads);
            spending.writes.add(writes);
        }
    }

    /** True if anything was counted: tables were asked, and the stage wants to know what they cost. */
    public boolean isCounted() {
        return counted;
    }

    /** Such as {@code reads=1.5, writes=1, ms=12}: a dictionary of RFC 9651. */
    public String told(int milliseconds) {
        return String.format(
                Locale.ROOT, "reads=%s, writes=%s, ms=%d", units(reads.sum()), units(writes.sum()), milliseconds);
    }

    private static String units(double units) {
        return units == Math.rint(units) ? Long.toString(Math.round(units)) : Double.toString(units);
    }
}
