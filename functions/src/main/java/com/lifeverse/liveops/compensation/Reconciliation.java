package com.lifeverse.liveops.compensation;

import com.lifeverse.liveops.compensation.Compensation.Made;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether as many grants are in the ledger as a plan has lines. */
public sealed interface Reconciliation {
    /**
     * Some lines that the ledger was asked about.
     *
     * @param first the number of the first of them, from 1
     * @param lines how many they are
     * @param skipped of how many of these players nothing is known any more
     * @param granted what is in the ledger for the others, by item
     * @param passed what those who were skipped would have got, by item
     */
    record Part(
            int first,
            int lines,
            int skipped,
            SortedMap<String, Long> granted,
            SortedMap<String, Long> passed,
            Instant begunAt,
            Instant doneAt) {
        public Part {
            granted = Collections.unmodifiableSortedMap(new TreeMap<>(granted));
            passed = Collections.unmodifiableSortedMap(new TreeMap<>(passed));
        }
    }

    /** Line by line, and item by item. */
    record Complete(Made made) implements Reconciliation {}

    /**
     * Something is not as planned.
     *
     * @param why for who looks into it
     */
    record Incomplete(String why) implements Reconciliation {}

    /** Looks, by the parts that are done, in any order. */
    static Reconciliation of(Compensation plan, List<Part> parts) {
        var sorted = parts.stream().sorted(Comparator.comparingInt(Part::first)).toList();
        int next = 1;
        int skipped = 0;
        var granted = new TreeMap<String, Long>();
        var all = new TreeMap<String, Long>();
        for (var part : sorted) {
            if (part.first() != next) {
                return new Incomplete(
                        "Line %d is not done, or done in two parts".formatted(Math.min(next, part.first())));
            }
            next += part.lines();
            skipped += part.skipped();
            part.granted().forEach((item, amount) -> granted.merge(item, amount, Long::sum));
            part.granted().forEach((item, amount) -> all.merge(item, amount, Long::sum));
            part.passed().forEach((item, amount) -> all.merge(item, amount, Long::sum));
        }
        if (next != plan.players() + 1) {
            return new Incomplete("%d of %d lines are done".formatted(next - 1, plan.players()));
        }
        return all.equals(plan.totals())
                ? new Complete(new Made(plan.players() - skipped, skipped, granted))
                : new Incomplete("The ledger has %s of %s".formatted(all, plan.totals()));
    }
}
