package com.lifeverse.local;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What went wrong in the stack with nobody there to be told: printed at once, and kept for tests and operators. */
public final class Faults {
    private final List<Throwable> seen = new CopyOnWriteArrayList<>();
    private final PrintStream progress;

    Faults(PrintStream progress) {
        this.progress = progress;
    }

    void add(Throwable fault) {
        seen.add(fault);
        fault.printStackTrace(progress);
    }

    void add(String fault) {
        add(new IllegalStateException(fault));
    }

    /** Everything so far, oldest first. */
    public List<Throwable> seen() {
        return List.copyOf(seen);
    }
}
