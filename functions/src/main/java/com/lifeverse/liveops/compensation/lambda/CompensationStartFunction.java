package com.lifeverse.liveops.compensation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.NamedRuns;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;

/**
 * Starts the run of a compensation that was approved, under its name. Told again, it finds the run that is there: one name is started once in
 * 90 days. A replay starts nothing. One call.
 */
public final class CompensationStartFunction extends QueueFunction {
    private final NamedRuns runs;

    public CompensationStartFunction() {
        this(LambdaRuntime.onAws());
    }

    public CompensationStartFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "COMPENSATION_WORKFLOW");
        runs = new NamedRuns(runtime.aws().stepFunctions(), settings.text("COMPENSATION_WORKFLOW"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var told = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        if (told.isReplay()) {
            return;
        }
        var id = Json.mapper().valueToTree(told.payload()).path("compensation").asText();
        runs.start(id, Json.object().put("compensation", id));
    }
}
