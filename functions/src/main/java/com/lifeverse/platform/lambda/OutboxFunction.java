package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.aws.EventPublisher.NeverAccepted;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.aws.ParkedRecords;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Tells the bus what a table's writes have to tell: the envelopes that a write left in the item's {@code out}. Each keeps
 * its id through every retry. Records are in order, so the first that meets a passing fault ends the batch: it and all
 * behind it come back. One that the bus will never accept is parked whole in S3, and the batch goes on.
 */
public final class OutboxFunction implements RequestStreamHandler {
    private final EventPublisher publisher;
    private final ParkedRecords parked;

    public OutboxFunction() {
        this(LambdaRuntime.onAws());
    }

    public OutboxFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "BUS", "PARKED_BUCKET");
        publisher = new EventPublisher(runtime.aws().eventBridge(), settings.text("BUS"));
        parked = new ParkedRecords(runtime.aws().s3(), settings.text("PARKED_BUCKET"));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        for (var record : Json.mapper().readTree(input).path("Records")) {
            var sequence = record.at("/dynamodb/SequenceNumber").asText();
            try {
                publishOrPark(record, context);
            } catch (RuntimeException passing) {
                Log.failure(context, Problem.TEMPORARILY_UNAVAILABLE, sequence, passing);
                failures.addObject().put("itemIdentifier", sequence);
                break;
            }
        }
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private void publishOrPark(JsonNode record, Context context) {
        try {
            publisher.publish(Outbox.told(record.at("/dynamodb/NewImage/out")));
        } catch (Outbox.Unreadable | NeverAccepted permanent) {
            Log.failure(context, Problem.UNEXPECTED, parked.park(record), permanent);
        }
    }
}
