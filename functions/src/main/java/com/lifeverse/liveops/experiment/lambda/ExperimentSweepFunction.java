package com.lifeverse.liveops.experiment.lambda;

import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.experiment.ExperimentRules;
import com.lifeverse.liveops.experiment.Exposures;
import com.lifeverse.liveops.experiment.SampleRatio;
import com.lifeverse.liveops.experiment.aws.DynamoExposures;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.MetricLine;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Looks now and then whether the groups of experiments are as large as they should be: one query each. */
public final class ExperimentSweepFunction extends Handler {
    public static final String METRICS = "LifeVerse/Experiments";

    /** Experiments whose groups chance alone would hardly make so. */
    public static final String MISMATCHES = "SampleRatioMismatches";

    private final Definitions definitions;
    private final Exposures exposures;

    public ExperimentSweepFunction() {
        this(LambdaRuntime.onAws());
    }

    public ExperimentSweepFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "EXPERIMENTS_TABLE");
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        this.exposures = new DynamoExposures(runtime.aws().dynamoDb(), settings.text("EXPERIMENTS_TABLE"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        long experiments = 0;
        long mismatches = 0;
        for (var event : definitions.catalogue().events()) {
            if (event.experiment().isPresent()) {
                var experiment = event.experiment().get();
                var counts = exposures.counts(event.id(), experiment.id(), ExperimentRules.split(experiment));
                var ratio = SampleRatio.of(experiment, counts);
                experiments++;
                if (ratio.isAlarming()) {
                    mismatches++;
                    Log.info(
                            call,
                            "sample-ratio-mismatch",
                            event.id(),
                            Json.object()
                                    .put("event", event.id())
                                    .put("experiment", experiment.id())
                                    .put("p", ratio.p()));
                }
            }
        }
        MetricLine.in(METRICS)
                .by("FunctionName", call.getFunctionName())
                .count("Experiments", experiments)
                .count(MISMATCHES, mismatches)
                .write();
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
