package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.explain.Explanation;

/** An explanation as staff get it. */
final class ExplanationAnswer {
    private ExplanationAnswer() {}

    static ObjectNode of(Explanation explanation) {
        var json = Json.object()
                .put("trigger", explanation.trigger())
                .put("event", explanation.event())
                .put("fires", explanation.fired());
        var conditions = json.putArray("conditions");
        for (var condition : explanation.conditions()) {
            conditions
                    .addObject()
                    .put("pointer", condition.pointer())
                    .put("demanded", condition.demanded())
                    .put("saw", condition.saw())
                    .put("met", condition.met())
                    .put("nearMiss", condition.nearMiss());
        }
        explanation
                .decision()
                .ifPresent(decision -> json.put("decision", decision.getClass().getSimpleName()));
        var words = json.putArray("words");
        explanation.lines().forEach(words::add);
        return json;
    }
}
