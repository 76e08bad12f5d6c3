package com.lifeverse.platform.lambda;

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
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the bus what a table's writes have to tell: the envelopes that a write left in the item's {@code out}. Each keeps
 * its id through every retry. Records are in order, so the first that meets a passing fault ends the batch: it and all
 * behind it come back. One that the bus will never accept is parked whole in S3, and the batch goes on.
 */
public final class OutboxFunction extends Handler {
    private static final String HAPPENINGS = "LifeVerse/Events";

    private final String bus;
    private final EventPublisher publisher;
    private final ParkedRecords parked;

    public OutboxFunction() {
        this(LambdaRuntime.onAws());
    }

    public OutboxFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "BUS", "PARKED_BUCKET");
        bus = settings.text("BUS");
        publisher = new EventPublisher(runtime.aws().eventBridge(), bus);
        parked = new ParkedRecords(runtime.aws().s3(), settings.text("PARKED_BUCKET"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var told = new TreeMap<String, Integer>();
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        for (var record : Json.mapper().readTree(input).path("Records")) {
            var sequence = record.at("/dynamodb/SequenceNumber").asText();
            try {
                publishOrPark(record, told, call);
            } catch (RuntimeException passing) {
                Log.failure(call, Problem.TEMPORARILY_UNAVAILABLE, sequence, passing);
                failures.addObject().put("itemIdentifier", sequence);
                break;
            }
        }
        count(told);
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private void publishOrPark(JsonNode record, Map<String, Integer> told, Call call) {
        try {
            var news = Outbox.told(record.at("/dynamodb/NewImage/out"));
            publisher.publish(news);
            news.forEach(event -> told.merge(event.path("type").asText(), 1, Integer::sum));
        } catch (Outbox.Unreadable | NeverAccepted permanent) {
            Log.failure(call, Problem.UNEXPECTED, parked.park(record), permanent);
        }
    }

    /** What happens in the game is counted where it is told, a line a batch: a line an event would cost more than the event. */
    private void count(Map<String, Integer> told) {
        if (!told.isEmpty()) {
            var line = MetricLine.in(HAPPENINGS).by("Bus", bus);
            told.forEach((type, times) -> line.count(type, times.longValue()));
            line.write();
        }
    }
}
