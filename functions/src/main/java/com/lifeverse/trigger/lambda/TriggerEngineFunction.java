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
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.aws.DynamoAllotments;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Behind the queue of events: finds the triggers that want each, and decides. Events that no trigger wants cost neither read
 * nor write; for all others it is one read, and at most one write, for each player of a batch. A record that
 * cannot be handled comes back alone.
 */
public final class TriggerEngineFunction extends Handler {
    private final TriggerCatalogue catalogue = TriggerCatalogue.inForce();
    private final TriggerIndex index = catalogue.index();
    private final Steps steps = new Steps();
    private final TriggerEngine engine;

    public TriggerEngineFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerEngineFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        var states = new DynamoTriggerStates(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        var allotments = new DynamoAllotments(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        engine = new TriggerEngine(states, allotments, runtime.clock(), settings.policy(TriggerPolicy.class));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var batch = new EventBatch();
        for (var record : Json.mapper().readTree(input).path("Records")) {
            sort(record, batch, call);
        }
        batch.groups().forEach(groups -> decide(groups, batch, call));
        output.write(Json.mapper().writeValueAsBytes(batch.answer()));
    }

    private void sort(JsonNode record, EventBatch batch, Context context) {
        try {
            var body = record.path("body").asText();
            batch.add(
                    record,
                    index.matching(body).stream().map(id -> wish(id, body)).toList());
        } catch (IOException | RuntimeException failure) {
            var message = record.path("messageId").asText();
            Log.failure(context, Problem.UNEXPECTED, message, failure);
            batch.failed(message);
        }
    }

    private void decide(List<EventBatch.Group> groups, EventBatch batch, Context context) {
        try {
            var decisions = engine.evaluate(
                    groups.stream().map(EventBatch.Group::wanted).toList());
            for (int at = 0; at < groups.size(); at++) {
                tell(groups.get(at), decisions.get(at), context);
            }
        } catch (RuntimeException failure) {
            var deliveries = groups.stream()
                    .flatMap(group -> group.deliveries().stream())
                    .toList();
            Log.failure(
                    context, Problem.UNEXPECTED, deliveries.getFirst().event().correlationId(), failure);
            deliveries.forEach(delivery -> batch.failed(delivery.messageId()));
        }
    }

    private EventBatch.Wish wish(String id, String body) {
        var trigger = trigger(id);
        return new EventBatch.Wish(trigger, steps.of(trigger, body));
    }

    private Trigger trigger(String id) {
        return catalogue.find(id).orElseThrow().trigger();
    }

    private static void tell(EventBatch.Group group, List<Decision> decisions, Context context) {
        for (int at = 0; at < decisions.size(); at++) {
            tell(group.trigger(), group.deliveries().get(at).event(), decisions.get(at), context);
        }
    }

    private static void tell(Trigger trigger, Envelope event, Decision decision, Context context) {
        var caused = event.correlationId();
        var fields = Json.object().put("trigger", trigger.id()).put("event", event.id());
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
            case Decision.Exhausted exhausted ->
                Log.info(
                        context,
                        "exhausted",
                        caused,
                        fields.put("pool", exhausted.pool())
                                .put("until", exhausted.until().toString()));
            case Decision.Unreadable unreadable ->
                Log.info(
                        context,
                        "unreadable",
                        caused,
                        fields.put("field", unreadable.field().path()));
            case Decision.Counted _,
                    Decision.Waiting _,
                    Decision.Answered _,
                    Decision.Duplicate _,
                    Decision.Capped _,
                    Decision.Cooling _,
                    Decision.Throttled _,
                    Decision.Quiet _ -> {
                // The common course, of which there are many a second: not worth a line each.
            }
        }
    }
}
