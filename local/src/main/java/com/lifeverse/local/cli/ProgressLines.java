package com.lifeverse.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Says how far a long run has come, every few seconds. */
final class ProgressLines {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintWriter errors;
    private long told = System.nanoTime();

    ProgressLines(PrintWriter errors) {
        this.errors = errors;
    }

    /** Says it, unless something was said a moment ago. */
    void sometimes(Supplier<String> line) {
        long now = System.nanoTime();
        if (now - told >= PAUSE.toNanos()) {
            told = now;
            say(line.get());
        }
    }

    /** Says it at once. */
    void say(String line) {
        errors.println(line);
        errors.flush();
    }
}
