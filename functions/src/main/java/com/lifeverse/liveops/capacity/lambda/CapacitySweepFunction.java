package com.lifeverse.liveops.capacity.lambda;

import com.lifeverse.liveops.capacity.CapacityPolicy;
import com.lifeverse.liveops.capacity.CapacityRules;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.platform.aws.NamedRuns;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * With each sweep, starts the run that sees to what has to stand ready for live events, or finds it there. A sweep that does not come is made up
 * for by the next. A read unit for each 4 KB of what players have, and a call.
 */
public final class CapacitySweepFunction extends Handler {
    private final InstantSource clock;
    private final Definitions definitions;
    private final CapacityPolicy policy;
    private final NamedRuns runs;

    public CapacitySweepFunction() {
        this(LambdaRuntime.onAws());
    }

    public CapacitySweepFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "CAPACITY_WORKFLOW");
        clock = runtime.clock();
        definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        policy = settings.policy(CapacityPolicy.class);
        runs = new NamedRuns(runtime.aws().stepFunctions(), settings.text("CAPACITY_WORKFLOW"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var catalogue = definitions.catalogue();
        var now = clock.instant();
        // Where players never had an event, nothing can have been made ready.
        if (catalogue.revision() > 0) {
            var each = CapacityFunction.each(call);
            var events = CapacityRules.reckonable(catalogue, now, policy, each);
            var name = CapacityRules.runName(events, catalogue.revision(), now, policy);
            runs.start(name, Json.object().put("at", now.toString()));
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
