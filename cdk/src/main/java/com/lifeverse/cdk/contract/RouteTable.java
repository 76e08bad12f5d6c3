package com.lifeverse.cdk.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Which function answers which operation: exactly one each.
 *
 * @param <F> what stands for a function
 */
public record RouteTable<F>(SequencedMap<Operation, F> routes) {
    /** A function's promise to answer an operation. */
    public record Answer<F>(String operationId, F function) {}

    /**
     * Joins the contract with what the functions promise.
     *
     * @throws IllegalStateException naming every operation without a function, every one with several, and every promise
     *     that the contract does not know
     */
    public static <F> RouteTable<F> of(HttpContract contract, List<Answer<F>> answers) {
        var faults = new ArrayList<String>();
        Map<String, F> promised = new LinkedHashMap<>();
        for (var answer : answers) {
            if (promised.putIfAbsent(answer.operationId(), answer.function()) != null) {
                faults.add("operation %s has more than one function".formatted(answer.operationId()));
            }
        }
        var routes = new LinkedHashMap<Operation, F>();
        for (var operation : contract.operations()) {
            var function = promised.remove(operation.id());
            if (function == null) {
                faults.add("operation %s (%s) has no function".formatted(operation.id(), operation.routeKey()));
            } else {
                routes.put(operation, function);
            }
        }
        promised.keySet().forEach(id -> faults.add("operation %s is not in the contract".formatted(id)));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
        return new RouteTable<>(routes);
    }
}
