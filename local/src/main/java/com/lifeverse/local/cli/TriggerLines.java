package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.bench.trigger.TriggerMeasurement;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.util.List;

/** What was measured of finding triggers, as lines and as JSON. */
record TriggerLines(List<TriggerMeasurement> measurements) {
    boolean areHeld() {
        return measurements.stream().allMatch(TriggerMeasurement::isHeld);
    }

    void print(PrintWriter out) {
        if (measurements.isEmpty()) {
            return;
        }
        out.printf(
                "%n%-9s %12s %7s %7s %12s | %14s %9s %12s | %6s %4s%n",
                "triggers",
                "compiled ms",
                "MB",
                "wanted",
                "per core",
                "machine rules",
                "built ms",
                "per core",
                "times",
                "bar");
        for (var each : measurements) {
            out.printf(
                    "%,9d %,12d %,7d %6.1f%% %,12.0f | %,14d %,9d %,12.0f | %6.1f %4.0f %s%n",
                    each.triggers(),
                    each.compileMillis(),
                    each.megabytes(),
                    each.wanted() * 100,
                    each.perSecond(),
                    each.machineRules(),
                    each.machineMillis(),
                    each.machinePerSecond(),
                    each.ratio(),
                    each.ratioBar(),
                    each.isHeld() ? "held" : "MISSED");
        }
        out.flush();
    }

    void write(ObjectNode result, ArrayNode findings) {
        var all = result.putArray("triggers");
        for (var each : measurements) {
            var node = Json.object().put("ratio", each.ratio()).put("held", each.isHeld());
            node.setAll((ObjectNode) Json.node(each));
            all.add(node);
            if (!each.isHeld()) {
                Output.finding(
                        findings,
                        "too-slow",
                        each.triggers() + " triggers",
                        "%.1f times one machine, compiled in %d ms; the bars are %.0f and %d ms"
                                .formatted(
                                        each.ratio(), each.compileMillis(), each.ratioBar(), each.compileBarMillis()));
            }
        }
    }
}
