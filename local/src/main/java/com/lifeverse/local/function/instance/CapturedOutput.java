package com.lifeverse.local.function.instance;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, told apart by who prints: what an instance's thread, or a thread started from it, prints becomes lines
 * of that function's log; everybody else prints as before.
 */
final class CapturedOutput extends OutputStream {
    private static final InheritableThreadLocal<@Nullable Lines> CURRENT = new InheritableThreadLocal<>();
    private static final AtomicBoolean INSTALLED = new AtomicBoolean();

    private final OutputStream process;

    private CapturedOutput(OutputStream process) {
        this.process = process;
    }

    /** Begins to tell printers apart. The process has one standard output, so this is done once in it. */
    static void install() {
        if (INSTALLED.compareAndSet(false, true)) {
            System.setOut(routed(System.out));
            System.setErr(routed(System.err));
        }
    }

    /** From now on, what this thread prints goes to {@code log}, line by line. */
    static void captureThisThread(Consumer<String> log) {
        CURRENT.set(new Lines(log));
    }

    /** As {@link #captureThisThread}, until the answer is run: then this thread prints where it printed before. */
    static Runnable capturing(Consumer<String> log) {
        var before = CURRENT.get();
        captureThisThread(log);
        return () -> {
            flushThisThread();
            CURRENT.set(before);
        };
    }

    /** Takes each line to {@code log} with nothing captured meanwhile: what is printed there is not the function's own. */
    static Consumer<String> past(Consumer<String> log) {
        return line -> {
            var before = CURRENT.get();
            CURRENT.remove();
            try {
                log.accept(line);
            } finally {
                if (before != null) {
                    CURRENT.set(before);
                }
            }
        };
    }

    /** Hands on what this thread has printed of a line not yet ended. */
    static void flushThisThread() {
        var lines = CURRENT.get();
        if (lines != null) {
            lines.end();
        }
    }

    @Override
    public void write(int b) throws java.io.IOException {
        var lines = CURRENT.get();
        if (lines == null) {
            process.write(b);
        } else {
            lines.add(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
        var lines = CURRENT.get();
        if (lines == null) {
            process.write(bytes, offset, length);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            lines.add(bytes[i]);
        }
    }

    @Override
    public void flush() throws java.io.IOException {
        process.flush();
    }

    private static PrintStream routed(PrintStream process) {
        return new PrintStream(new CapturedOutput(process), true, StandardCharsets.UTF_8);
    }

    private static final class Lines {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Consumer<String> log;

        Lines(Consumer<String> log) {
            this.log = log;
        }

        synchronized void add(int b) {
            if (b == '\n') {
                log.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            } else {
                line.write(b);
            }
        }

        synchronized void end() {
            if (line.size() > 0) {
                add('\n');
            }
        }
    }
}
