package com.lifeverse.local.container;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a run.
 *
 * @param held how many tests passed
 * @param skipped how many could not be asked there
 * @param failures those that failed, each with what was wrong
 */
record RingReport(long held, long skipped, List<Failure> failures) {
    /** One test that did not hold there. */
    record Failure(String test, String wrong) {}

    RingReport {
        failures = List.copyOf(failures);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        failures.forEach(failure -> lines.add("wrong    %s%n         %s".formatted(failure.test(), failure.wrong())));
        lines.add("%-8s %d tests held, %d did not, %d could not be asked there"
                .formatted(failures.isEmpty() ? "fine" : "wrong", held, failures.size(), skipped));
        return lines;
    }

    ObjectNode result(URI endpoint) {
        return Json.object()
                .put("endpoint", endpoint.toString())
                .put("held", held)
                .put("failed", failures.size())
                .put("skipped", skipped);
    }

    List<ObjectNode> findings() {
        return failures.stream()
                .map(failure -> finding("difference", failure.test() + ": " + failure.wrong()))
                .toList();
    }

    static ObjectNode finding(String code, String message) {
        return Json.object()
                .put("severity", "error")
                .put("code", code)
                .put("pointer", "")
                .put("message", message);
    }
}
