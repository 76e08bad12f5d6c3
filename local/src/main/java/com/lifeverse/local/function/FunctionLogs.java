package com.lifeverse.local.function;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What functions printed and logged: the newest lines of each, and every line to one sink. */
final class FunctionLogs {
    private static final int KEPT = 1_000;

    private final Map<String, Deque<String>> byFunction = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final BiConsumer<String, String> sink;

    /** Every line goes to {@code sink} with its function's name. */
    FunctionLogs(BiConsumer<String, String> sink) {
        this.sink = sink;
    }

    Consumer<String> of(String function) {
        var lines = byFunction.computeIfAbsent(function, name -> new ArrayDeque<>());
        return line -> {
            synchronized (lines) {
                if (lines.size() == KEPT) {
                    lines.removeFirst();
                }
                lines.addLast(line);
                counts.computeIfAbsent(function, _ -> new AtomicLong()).incrementAndGet();
            }
            sink.accept(function, line);
        };
    }

    /** Says something of a function to the sink alone. */
    void tell(String function, String text) {
        sink.accept(function, text);
    }

    List<String> lines(String function) {
        var lines = byFunction.get(function);
        if (lines == null) {
            return List.of();
        }
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** How many lines a function has ever printed. */
    long count(String function) {
        return counts.getOrDefault(function, new AtomicLong()).get();
    }

    /** The lines behind the first {@code count}, as far as they are kept. */
    List<String> since(String function, long count) {
        var kept = lines(function);
        long newer = Math.min(kept.size(), count(function) - count);
        return kept.subList((int) (kept.size() - newer), kept.size());
    }
}
