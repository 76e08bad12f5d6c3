package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/** Compares what a case expects with what came. What it does not mention may be anything. */
final class Expectations {
    private Expectations() {}

    static List<Difference> differences(JsonNode expected, Trace trace) {
        var actual = Json.object()
                .put("status", trace.status().name())
                .put("elapsed", trace.elapsed().toString());
        trace.path().forEach(actual.putArray("path")::add);
        trace.events().forEach(actual.putArray("events")::add);
        if (trace.output() != null) {
            actual.set("output", trace.output());
        }
        if (trace.failure() != null) {
            actual.put("error", trace.failure().error());
            actual.put("cause", trace.failure().cause());
        }
        var found = new ArrayList<Difference>();
        expected.properties().forEach(member -> {
            var value = actual.path(member.getKey());
            if (value.isMissingNode() || !Json.same(value, member.getValue())) {
                found.add(new Difference("/expect/" + member.getKey(), Json.text(member.getValue()), said(value)));
            }
        });
        return found;
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "absent" : Json.text(value);
    }
}
