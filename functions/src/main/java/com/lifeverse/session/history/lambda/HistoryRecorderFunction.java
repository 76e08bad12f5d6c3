package com.lifeverse.session.history.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.history.History;
import com.lifeverse.session.history.HistoryEntry;
import com.lifeverse.session.history.aws.DynamoHistory;
import java.io.IOException;

/** Keeps what is told of sessions. A queue delivers at least once; keeping an event again changes nothing. */
public final class HistoryRecorderFunction extends QueueFunction {
    private final History history;
    private final SessionPolicy policy;

    public HistoryRecorderFunction() {
        this(LambdaRuntime.onAws());
    }

    public HistoryRecorderFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "HISTORY_TABLE");
        this.policy = settings.policy(SessionPolicy.class);
        history = new DynamoHistory(runtime.aws().dynamoDb(), settings.text("HISTORY_TABLE"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        if (HistoryEntry.of(event).isEmpty()) {
            throw new IllegalArgumentException("No history keeps events of type " + event.type());
        }
        history.keep(event, event.time().plus(policy.historyLife()));
    }
}
