package com.lifeverse.trigger.match.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Shelves by ranges of numbers. A range with one end stands in the order of that end; one with two is cut into at most two
 * cells of the power of two that is just longer than it. So a number finds the ranges around it and hardly any other.
 */
final class Ranges {
    private record Cell(int level, long number) {}

    private final NavigableMap<Double, Shelf> from = new TreeMap<>();
    private final NavigableMap<Double, Shelf> to = new TreeMap<>();
    private final Map<Cell, Shelf> cells = new HashMap<>();
    private final NavigableSet<Integer> levels = new TreeSet<>();

    void add(Clue.Range range, Filed pattern) {
        if (Double.isInfinite(range.high())) {
            from.computeIfAbsent(range.low(), _ -> new Shelf()).add(pattern);
        } else if (Double.isInfinite(range.low())) {
            to.computeIfAbsent(range.high(), _ -> new Shelf()).add(pattern);
        } else {
            // The shortest length is that of whole numbers: cells of fractions would be too many to name.
            int level = Math.max(0, Math.getExponent(range.high() - range.low()) + 1);
            levels.add(level);
            // Never more than these two, so no loop, which would not end where both are the last cell of all.
            long first = cell(range.low(), level);
            long last = cell(range.high(), level);
            add(new Cell(level, first), pattern);
            if (last != first) {
                add(new Cell(level, last), pattern);
            }
        }
    }

    private void add(Cell cell, Filed pattern) {
        cells.computeIfAbsent(cell, _ -> new Shelf()).add(pattern);
    }

    /** Hands over the shelves of ranges that may hold this number. */
    void around(double worth, Consumer<Shelf> found) {
        from.headMap(worth, true).values().forEach(found);
        to.tailMap(worth, true).values().forEach(found);
        for (int level : levels) {
            var shelf = cells.get(new Cell(level, cell(worth, level)));
            if (shelf != null) {
                found.accept(shelf);
            }
        }
    }

    private static long cell(double worth, int level) {
        return (long) Math.floor(Math.scalb(worth, -level));
    }
}
