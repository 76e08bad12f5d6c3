package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
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
    private final Wishes wishes = new Wishes(TriggerCatalogue.inForce());
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

    private void sort(JsonNode record, EventBatch batch, Call call) {
        try {
            batch.add(record, wishes.of(record.path("body").asText()));
        } catch (IOException | RuntimeException failure) {
            var message = record.path("messageId").asText();
            Log.failure(call, Problem.UNEXPECTED, message, failure);
            batch.failed(message);
        }
    }

    private void decide(List<EventBatch.Group> groups, EventBatch batch, Call call) {
        try {
            var decisions = engine.evaluate(
                    groups.stream().map(EventBatch.Group::wanted).toList());
            for (int at = 0; at < groups.size(); at++) {
                tell(groups.get(at), decisions.get(at), call);
            }
        } catch (RuntimeException failure) {
            var deliveries = groups.stream()
                    .flatMap(group -> group.deliveries().stream())
                    .toList();
            Log.failure(call, Problem.UNEXPECTED, deliveries.getFirst().event().correlationId(), failure);
            deliveries.forEach(delivery -> batch.failed(delivery.messageId()));
        }
    }

    private static void tell(EventBatch.Group group, List<Decision> decisions, Call call) {
        for (int at = 0; at < decisions.size(); at++) {
            DecisionLine.write(call, group.trigger(), group.deliveries().get(at).event(), decisions.get(at));
        }
    }
}
