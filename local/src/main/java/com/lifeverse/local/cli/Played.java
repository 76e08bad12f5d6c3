package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Report;
import com.lifeverse.local.simulate.Run;
import com.lifeverse.local.simulate.SeedRange;
import com.lifeverse.local.simulate.Tally;
import com.lifeverse.local.simulate.fault.FaultKind;

/** All that one call of {@code ./dev simulate} has played, as the one document that it may print. */
final class Played {
    private final SeedRange range;
    private final ObjectNode result = Json.object();
    private final ArrayNode scenarios = Json.array();
    private final ArrayNode findings = Json.array();
    private final ObjectNode timelines = Json.object();
    private Tally total = Tally.NONE;

    Played(SeedRange range) {
        this.range = range;
    }

    /** Keeps of a run what did not hold; of a single one all its steps. */
    void add(Run run) {
        var name = run.scenario() + "/" + run.seed();
        for (var violation : run.violations()) {
            Output.finding(
                    findings,
                    violation.invariant(),
                    "/%s/steps/%d".formatted(name, Report.step(run, violation)),
                    violation.what());
        }
        if (range.count() == 1) {
            run.timeline().lines().forEach(timelines.putArray(name)::add);
        } else if (!run.held()) {
            Report.excerpt(run).forEach(timelines.putArray(name)::add);
        }
    }

    void add(String scenario, Tally tally) {
        total = total.and(tally);
        scenarios.add(node(tally).put("scenario", scenario));
    }

    Tally total() {
        return total;
    }

    ObjectNode document() {
        result.put("seeds", range.toString());
        result.set("total", node(total));
        result.set("scenarios", scenarios);
        result.set("timelines", timelines);
        return Output.document("simulate", findings.isEmpty(), result, findings);
    }

    private ObjectNode node(Tally tally) {
        var node = Json.object()
                .put("played", tally.seeds())
                .put("held", tally.seeds() - tally.failed().size())
                .put("steps", tally.steps())
                .put("restarts", tally.restarts())
                .put("redriven", tally.redriven())
                .put("virtual", tally.virtual().toString());
        if (range.count() > 1) {
            node.put("real", tally.real().toString()).put("ratio", tally.ratio());
        }
        var faults = node.putObject("faults");
        for (var kind : FaultKind.values()) {
            faults.put(kind.toString(), tally.faults().of(kind));
        }
        return node;
    }
}
