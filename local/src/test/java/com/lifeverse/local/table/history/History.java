package com.lifeverse.local.table.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was called and answered, and what the items were in the end.
 *
 * @param operations those that had an effect or saw something
 * @param items the final list of each item, which is the order of its versions
 */
record History(List<Operation> operations, Map<String, List<Integer>> items) {
    /**
     * Why there is no order of the operations, one at a time, that explains all that was seen and that keeps each
     * before those that were called only after its answer; empty if there is one.
     */
    Optional<String> violation() {
        return impossibleRead()
                .or(this::wrongWrite)
                .or(() -> Dependencies.of(this).cycle());
    }

    /** A list that no item ever was: something undone, half done or out of order was seen. */
    private Optional<String> impossibleRead() {
        for (var operation : operations) {
            for (var read : operation.reads().entrySet()) {
                var item = items.getOrDefault(read.getKey(), List.of());
                int version = read.getValue().size();
                if (version > item.size() || !item.subList(0, version).equals(read.getValue())) {
                    return Optional.of("Impossible read: %s saw %s, but the item became %s"
                            .formatted(operation, read.getKey(), item));
                }
            }
        }
        return Optional.empty();
    }

    /** A write that is lost, made twice, or there although it was refused. */
    private Optional<String> wrongWrite() {
        var expected = new HashSet<String>();
        for (var operation : operations) {
            for (var item : operation.writes()) {
                expected.add(item + " " + operation.id());
            }
        }
        for (var item : items.entrySet()) {
            for (int writer : item.getValue()) {
                if (!expected.remove(item.getKey() + " " + writer)) {
                    return Optional.of("Refused or doubled write: %s of %d in %s"
                            .formatted(item.getKey(), writer, item.getValue()));
                }
            }
        }
        return expected.isEmpty() ? Optional.empty() : Optional.of("Lost update: " + expected);
    }
}
