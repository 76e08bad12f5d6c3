package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.explain.Explanation;
import com.lifeverse.trigger.explain.Whole;
import java.util.List;

/** An explanation as staff get it. */
final class ExplanationAnswer {
    private ExplanationAnswer() {}

    /** With what is to be said of turns. */
    static ObjectNode of(Whole whole, List<String> turns) {
        var json = of(whole.explanation());
        if (!whole.version().isEmpty()) {
            json.put("version", whole.version());
        }
        whole.shadow()
                .ifPresent(shadow -> json.set("shadow", of(shadow.explanation()).put("version", shadow.version())));
        var words = json.putArray("words");
        whole.lines().forEach(words::add);
        turns.forEach(words::add);
        return json;
    }

    private static ObjectNode of(Explanation explanation) {
        var json = Json.object()
                .put("trigger", explanation.trigger())
                .put("event", explanation.event())
                .put("fires", explanation.fired())
                .put("known", explanation.isKnown());
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
        explanation.outcome().ifPresent(outcome -> json.put("decision", outcome));
        return json;
    }
}
