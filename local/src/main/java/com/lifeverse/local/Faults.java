package com.lifeverse.local;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What went wrong in the stack with nobody there to be told: kept for tests and operators, and
 * usually printed at once. */
public final class Faults {
    private final List<Throwable> seen = new CopyOnWriteArrayList<>();
    private final Consumer<Throwable> told;

    private Faults(Consumer<Throwable> told) {
        this.told = told;
    }

    static Faults printedTo(PrintStream progress) {
        return new Faults(fault -> fault.printStackTrace(progress));
    }

    /** Faults that are kept and not printed. */
    public static Faults kept() {
        return new Faults(_ -> {});
    }

    /** Takes a fault. */
    public void add(Throwable fault) {
        seen.add(fault);
        told.accept(fault);
    }

    void add(String fault) {
        add(new IllegalStateException(fault));
    }

    /** Everything so far, oldest first. */
    public List<Throwable> seen() {
        return List.copyOf(seen);
    }
}
