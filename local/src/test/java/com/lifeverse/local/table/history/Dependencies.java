package com.lifeverse.local.table.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which operation must come before which: the writer of a version before the writer of the next one (ww), before who
 * read it (wr), and who read it before the writer of the next one (rw); and whatever was answered before what was
 * called later. For the last there is a node a moment, in a chain, so that edges stay few.
 */
final class Dependencies {
    private final List<Operation> operations;
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();

    private Dependencies(List<Operation> operations) {
        this.operations = operations;
        for (int i = 0; i < 2 * operations.size(); i++) {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
    }

    static Dependencies of(History history) {
        var dependencies = new Dependencies(history.operations());
        dependencies.addVersions(history.items());
        dependencies.addTime();
        return dependencies;
    }

    private void addVersions(Map<String, List<Integer>> items) {
        Map<Integer, Integer> nodes = new HashMap<>();
        for (int node = 0; node < operations.size(); node++) {
            nodes.put(operations.get(node).id(), node);
        }
        for (var writers : items.values()) {
            for (int version = 1; version < writers.size(); version++) {
                edge(node(nodes, writers.get(version - 1)), node(nodes, writers.get(version)));
            }
        }
        for (int reader = 0; reader < operations.size(); reader++) {
            for (var read : operations.get(reader).reads().entrySet()) {
                var writers = items.getOrDefault(read.getKey(), List.of());
                int version = read.getValue().size();
                if (version > 0) {
                    edge(node(nodes, writers.get(version - 1)), reader);
                }
                if (version < writers.size()) {
                    edge(reader, node(nodes, writers.get(version)));
                }
            }
        }
    }

    private static int node(Map<Integer, Integer> nodes, int operation) {
        return nodes.getOrDefault(operation, -1);
    }

    private void addTime() {
        int count = operations.size();
        var byReturn = new ArrayList<Integer>();
        for (int node = 0; node < count; node++) {
            byReturn.add(node);
        }
        byReturn.sort(Comparator.comparingLong(node -> operations.get(node).returned()));
        var returns = byReturn.stream()
                .mapToLong(node -> operations.get(node).returned())
                .toArray();
        for (int moment = 0; moment < count; moment++) {
            edge(byReturn.get(moment), count + moment);
            if (moment > 0) {
                edge(count + moment - 1, count + moment);
            }
        }
        for (int node = 0; node < count; node++) {
            int earlier = -Arrays.binarySearch(returns, operations.get(node).invoked()) - 2;
            if (earlier >= 0) {
                edge(count + earlier, node);
            }
        }
    }

    // An operation that reads what it writes depends on itself: that is no cycle.
    private void edge(int from, int to) {
        if (from != to) {
            after.get(from).add(to);
            before.get(to).add(from);
        }
    }

    /** Operations each of which must come before the next, and the last before the first; empty if there are none. */
    Optional<String> cycle() {
        int[] open = before.stream().mapToInt(List::size).toArray();
        var free = new ArrayDeque<Integer>();
        for (int node = 0; node < open.length; node++) {
            if (open[node] == 0) {
                free.add(node);
            }
        }
        for (var node = free.poll(); node != null; node = free.poll()) {
            for (int next : after.get(node)) {
                if (--open[next] == 0) {
                    free.add(next);
                }
            }
        }
        for (int node = 0; node < open.length; node++) {
            if (open[node] > 0) {
                return Optional.of("Cycle: " + shown(cycleBefore(node, open)));
            }
        }
        return Optional.empty();
    }

    /** Every node that is still open has one before it that is: going back must come round. */
    private List<Integer> cycleBefore(int start, int[] open) {
        var path = new ArrayList<Integer>();
        int node = start;
        while (!path.contains(node)) {
            path.add(node);
            node = before.get(node).stream()
                    .filter(each -> open[each] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        var cycle = new ArrayList<>(path.subList(path.indexOf(node), path.size()));
        Collections.reverse(cycle);
        return cycle;
    }

    private String shown(List<Integer> cycle) {
        return cycle.stream()
                .filter(node -> node < operations.size())
                .map(node -> operations.get(node).toString())
                .collect(Collectors.joining("\n  before ", "\n  ", "\n  before the first"));
    }
}
