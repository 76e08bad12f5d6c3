package com.lifeverse.liveops.participation.lambda;

import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.participation.GoalKeeper;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.aws.DynamoGoals;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Each minute, adds up the goals of live events in which all count as one, and publishes what is new. An event that fails holds up no other. */
public final class GoalSweepFunction extends Handler {
    private final InstantSource clock;
    private final Definitions definitions;
    private final GoalKeeper keeper;

    public GoalSweepFunction() {
        this(LambdaRuntime.onAws());
    }

    public GoalSweepFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "PARTICIPATIONS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        this.clock = runtime.clock();
        this.definitions = new DynamoDefinitions(dynamoDb, settings.text("LIVE_EVENTS_TABLE"));
        this.keeper = new GoalKeeper(
                new DynamoGoals(dynamoDb, settings.text("PARTICIPATIONS_TABLE")),
                settings.policy(ParticipationPolicy.class));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        for (var event : definitions.catalogue().events()) {
            try {
                keeper.keep(event, clock.instant());
            } catch (RuntimeException failure) {
                // The next minute tries again.
                Log.failure(call, Problem.UNEXPECTED, event.id(), failure);
            }
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
