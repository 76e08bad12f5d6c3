package com.lifeverse.platform.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** All that the process prints until it is closed; on Lambda that is in the log as well. */
public final class Printed implements AutoCloseable {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Consumer<String> lines;

    public Printed() {
        this(_ -> {});
    }

    /** At its end each line goes to {@code lines}. */
    Printed(Consumer<String> lines) {
        this.lines = lines;
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    public String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        text().lines().forEach(lines);
    }
}
