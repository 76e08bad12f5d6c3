package com.lifeverse.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.platform.support.Surroundings;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lambda.TriggerEngineFunction;
import com.lifeverse.trigger.lambda.TriggerSweepFunction;
import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.publish.Publication.Staff;
import com.lifeverse.trigger.publish.Publishing;
import com.lifeverse.trigger.publish.aws.Documents;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The functions of triggers over their table, in a time that only passes when somebody says so. */
final class TriggerWorld extends Surroundings {
    final Engine tables = Engine.empty();
    private final TriggerEngineFunction engine;
    private final TriggerSweepFunction sweep;

    TriggerWorld() {
        super(Given.NOW);
        engine = new TriggerEngineFunction(runtime());
        sweep = new TriggerSweepFunction(runtime());
    }

    /** Puts these in force, and no others. */
    void publish(JsonNode... triggers) {
        var documents = new TreeMap<String, String>();
        for (var trigger : triggers) {
            documents.put(trigger.path("trigger").asText(), trigger.toString());
        }
        var publishing = new Publishing(
                new DynamoPublications(tables.client(), "triggers"), Documents.names(Standard.of(TriggerPolicy.class)));
        var base = publishing.inForce().publication().revision();
        publishing.publish(
                new Draft(documents),
                base,
                new Staff("sam", "a test"),
                runtime().clock().instant());
    }

    /** Tells the engine of these, in one batch; what it could not handle. */
    JsonNode happen(Envelope... events) {
        var input = Json.object();
        var records = input.putArray("Records");
        for (var event : events) {
            var body = Json.object()
                    .put("version", "0")
                    .put("detail-type", event.type())
                    .put("source", "lifeverse." + event.producer());
            body.set("detail", Envelopes.write(event));
            records.addObject().put("messageId", event.id()).put("body", body.toString());
        }
        return invoke(engine, input).path("batchItemFailures");
    }

    void sweep() {
        invoke(sweep, Json.object());
    }

    /** What triggers have told, in order. */
    List<Envelope> told() {
        return tables.told("triggers");
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("TRIGGERS_TABLE", "triggers");
    }

    @Override
    protected IdSource ids() {
        return () -> IdSource.version7(Given.NOW.toEpochMilli(), 0, 0);
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return tables.client();
    }
}
