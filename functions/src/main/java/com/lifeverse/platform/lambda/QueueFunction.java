package com.lifeverse.platform.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A function behind a queue or a stream with {@code ReportBatchItemFailures}: one bad record never takes the others of its batch
 * with it. A record that fails is logged and reported; the mapping then tries it again, and parks it in the end.
 */
public abstract class QueueFunction extends Handler {
    /** Handles one record; whatever it throws makes that record, and only that, come back. */
    protected abstract void handle(JsonNode record) throws IOException;

    @Override
    protected final void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        for (var record : Json.mapper().readTree(input).path("Records")) {
            try {
                handle(record);
            } catch (IOException | RuntimeException failure) {
                Log.failure(call, Problem.UNEXPECTED, identifier(record), failure);
                failures.addObject().put("itemIdentifier", identifier(record));
            }
        }
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private static String identifier(JsonNode record) {
        return record.has("messageId")
                ? record.path("messageId").asText()
                : record.at("/dynamodb/SequenceNumber").asText();
    }
}
