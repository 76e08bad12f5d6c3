package com.lifeverse.liveops.run.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.run.RunName;
import com.lifeverse.liveops.run.RunRules;
import com.lifeverse.platform.aws.NamedRuns;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.time.LocalDateTime;

/**
 * Starts the run of an occurrence with the first phase that is told of it. Told again, or of a later phase, it finds the run that is there:
 * one name is started once in 90 days. One call for each phase.
 */
public final class EventRunStartFunction extends QueueFunction {
    private final NamedRuns runs;

    public EventRunStartFunction() {
        this(LambdaRuntime.onAws());
    }

    public EventRunStartFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "EVENT_RUN_WORKFLOW");
        runs = new NamedRuns(runtime.aws().stepFunctions(), settings.text("EVENT_RUN_WORKFLOW"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var told = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        var payload = Json.mapper().valueToTree(told.payload());
        var event = payload.path("event").asText();
        var occurrence = payload.path("occurrence").asText();
        var input = Json.object()
                .put("event", event)
                .put("occurrence", occurrence)
                .put("revision", payload.path("revision").asInt())
                .put("since", RunRules.first(told.time()).toString());
        // It may be there: begun by an earlier phase, or by this one when it was told before.
        runs.start(RunName.of(event, LocalDateTime.parse(occurrence)), input);
    }
}
