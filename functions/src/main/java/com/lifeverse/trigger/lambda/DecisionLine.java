package com.lifeverse.trigger.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.spec.Trigger;

/** What the log says of decisions: those that do something, and those that somebody should wonder at. */
final class DecisionLine {
    private DecisionLine() {}

    /** Of a decision on an event. */
    static void write(Context context, Trigger trigger, Envelope event, Decision decision) {
        write(context, trigger, event.id(), event.correlationId(), decision);
    }

    /**
     * Of a decision.
     *
     * @param event what was decided on; empty for what time brought about
     * @param caused what the line correlates by
     */
    static void write(Context context, Trigger trigger, String event, String caused, Decision decision) {
        var fields = Json.object().put("trigger", trigger.id()).put("event", event);
        switch (decision) {
            case Decision.Fired fired ->
                Log.info(
                        context,
                        "fired",
                        caused,
                        fields.put("decision", fired.id()).put("occurrence", fired.occurrence()));
            case Decision.Holding holding ->
                Log.info(
                        context,
                        "held",
                        caused,
                        fields.put("until", holding.until().toString()));
            case Decision.TooLate late ->
                Log.info(
                        context,
                        "too-late",
                        caused,
                        fields.put("floor", late.floor().toString()));
            case Decision.LoopStopped stopped ->
                Log.info(context, "loop-stopped", caused, fields.put("hops", stopped.hops()));
            case Decision.Exhausted exhausted ->
                Log.info(
                        context,
                        "exhausted",
                        caused,
                        fields.put("pool", exhausted.pool())
                                .put("until", exhausted.until().toString()));
            case Decision.Tripped tripped ->
                Log.info(
                        context,
                        "held-by-breaker",
                        caused,
                        fields.put("since", tripped.since().toString()));
            case Decision.Unreadable unreadable ->
                Log.info(
                        context,
                        "unreadable",
                        caused,
                        fields.put("field", unreadable.field().path()));
            case Decision.Counted _,
                    Decision.Waiting _,
                    Decision.Absorbed _,
                    Decision.Answered _,
                    Decision.Duplicate _,
                    Decision.Capped _,
                    Decision.Cooling _,
                    Decision.Throttled _,
                    Decision.Quiet _,
                    Decision.NotForPlayer _ -> {
                // The common course, of which there are many a second: not worth a line each.
            }
        }
    }
}
