package com.lifeverse.trigger.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.Decision;
import com.lifeverse.trigger.Trigger;
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.aws.TriggerCatalogue;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Behind the queue of events: finds the triggers that want each, and decides. Events that no trigger wants cost neither read
 * nor write; for all others it is one read, and at most one write, for each player and trigger of a batch. A record that
 * cannot be handled comes back alone.
 */
public final class TriggerEngineFunction extends Handler {
    private final TriggerCatalogue catalogue = TriggerCatalogue.inForce();
    private final TriggerIndex index = catalogue.index();
    private final TriggerEngine engine;

    public TriggerEngineFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerEngineFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        var states = new DynamoTriggerStates(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        engine = new TriggerEngine(states, runtime.clock(), settings.policy(TriggerPolicy.class));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var batch = new EventBatch();
        for (var record : Json.mapper().readTree(input).path("Records")) {
            sort(record, batch, call);
        }
        batch.groups().forEach((subject, deliveries) -> decide(subject, deliveries, batch, call));
        output.write(Json.mapper().writeValueAsBytes(batch.answer()));
    }

    private void sort(JsonNode record, EventBatch batch, Context context) {
        try {
            batch.add(record, index.matching(record.path("body").asText()));
        } catch (IOException | RuntimeException failure) {
            var message = record.path("messageId").asText();
            Log.failure(context, Problem.UNEXPECTED, message, failure);
            batch.failed(message);
        }
    }

    private void decide(Subject subject, List<EventBatch.Delivery> deliveries, EventBatch batch, Context context) {
        var events = deliveries.stream().map(EventBatch.Delivery::event).toList();
        try {
            var decisions = engine.evaluate(trigger(subject), subject.playerId(), events);
            for (int at = 0; at < events.size(); at++) {
                tell(subject, events.get(at), decisions.get(at), context);
            }
        } catch (RuntimeException failure) {
            Log.failure(context, Problem.UNEXPECTED, events.getFirst().correlationId(), failure);
            deliveries.forEach(delivery -> batch.failed(delivery.messageId()));
        }
    }

    private Trigger trigger(Subject subject) {
        return catalogue.find(subject.trigger()).orElseThrow().trigger();
    }

    private static void tell(Subject subject, Envelope event, Decision decision, Context context) {
        var caused = event.correlationId();
        var fields = Json.object().put("trigger", subject.trigger()).put("event", event.id());
        switch (decision) {
            case Decision.Fired fired ->
                Log.info(
                        context,
                        "fired",
                        caused,
                        fields.put("decision", fired.id()).put("occurrence", fired.occurrence()));
            case Decision.TooLate late ->
                Log.info(
                        context,
                        "too-late",
                        caused,
                        fields.put("floor", late.floor().toString()));
            case Decision.LoopStopped stopped ->
                Log.info(context, "loop-stopped", caused, fields.put("hops", stopped.hops()));
            case Decision.Counted _, Decision.Duplicate _, Decision.Capped _ -> {
                // The common course, of which there are many a second: not worth a line each.
            }
        }
    }
}
