package com.lifeverse.liveops.timeline.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.flag.aws.FlagFile;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.liveops.timeline.MakeTimelines;
import com.lifeverse.liveops.timeline.MakeTimelines.Outcome;
import com.lifeverse.liveops.timeline.TimelineRules;
import com.lifeverse.liveops.timeline.aws.ChainedSeal;
import com.lifeverse.liveops.timeline.aws.DynamoPointers;
import com.lifeverse.liveops.timeline.aws.KeyChainSecret;
import com.lifeverse.liveops.timeline.aws.StoredBundles;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Makes timelines, whenever somebody says that they may be due: what was said does not matter, only what is so. What is said twice, late
 * or out of order changes nothing.
 */
public final class TimelineMakerFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final Definitions definitions;
    private final LiveopsPolicy policy;
    private final Supplier<MakeTimelines> made;

    public TimelineMakerFunction() {
        this(LambdaRuntime.onAws());
    }

    public TimelineMakerFunction(LambdaRuntime runtime) {
        var settings =
                Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "TIMELINES_BUCKET", "TIMELINE_SECRET");
        var aws = runtime.aws();
        var table = settings.text("LIVE_EVENTS_TABLE");
        this.runtime = runtime;
        this.definitions = new DynamoDefinitions(aws.dynamoDb(), table);
        this.policy = settings.policy(LiveopsPolicy.class);
        var clock = runtime.clock();
        var chain = new KeyChainSecret(aws.secretsManager(), settings.text("TIMELINE_SECRET"));
        this.made = () -> new MakeTimelines(
                new DynamoPointers(aws.dynamoDb(), table),
                new StoredBundles(aws.s3(), settings.text("TIMELINES_BUCKET")),
                new ChainedSeal(chain.read().chain(), clock.instant()),
                policy,
                runtime.ids()::next,
                FlagFile.shipped());
    }

    @Override
    protected void handle(JsonNode record) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var unreckonable = new TreeMap<String, RuntimeException>();
        var each = new EachEvent(unreckonable::put);
        var outcome = made.get().from(() -> TimelineRules.reckonable(definitions.catalogue(), now, policy, each), now);
        switch (outcome) {
            case Outcome.Made _ ->
                unreckonable.forEach((event, failure) -> {
                    // On the log, once for each making: when the record comes back, the timelines are there.
                    throw new IllegalStateException("Timelines are made without the live event " + event, failure);
                });
            case Outcome.Fresh _ -> {
                // As it should be.
            }
            case Outcome.Overtaken _ -> throw new IllegalStateException("Others made timelines meanwhile; look again");
            // Players have all else. It fails again and again as long as it is so, until it rings where dead letters
            // do.
            case Outcome.Crowded(var version, var leftOut) ->
                throw new IllegalStateException(
                        "Timelines of version %d have no room for %s".formatted(version, leftOut));
        }
    }
}
