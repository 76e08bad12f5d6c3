package com.lifeverse.local;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What went wrong in the stack with nobody there to be told: kept for tests and operators, and usually printed at once. */
public final class Faults {
    private final List<Throwable> seen = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Consumer<Throwable> told;
    private final Consumer<String> lines;

    private Faults(Consumer<Throwable> told, Consumer<String> lines) {
        this.told = told;
        this.lines = lines;
    }

    static Faults printedTo(PrintStream progress) {
        return new Faults(fault -> fault.printStackTrace(progress), progress::println);
    }

    /** Faults that are kept and not printed. */
    public static Faults kept() {
        return new Faults(_ -> {}, _ -> {});
    }

    /** Takes a line of a function's log: errors are kept and told, the rest can be read where the logs are. */
    void logged(String function, String line) {
        if (line.startsWith("ERROR ") || line.contains("\"level\":\"ERROR\"")) {
            var text = function + " logged " + line.strip();
            logged.add(text);
            lines.accept(text);
        }
    }

    /** What functions logged as errors so far, oldest first. */
    public List<String> errors() {
        return List.copyOf(logged);
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
