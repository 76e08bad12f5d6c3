package com.lifeverse.session.timeline.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.timeline.Timeline;
import com.lifeverse.session.timeline.aws.DynamoTimeline;
import java.io.IOException;

/** Notes which version the timeline has, so that renewals tell it. What is heard again, or late, changes nothing. */
public final class TimelineVersionFunction extends QueueFunction {
    private final Timeline timeline;

    public TimelineVersionFunction() {
        this(LambdaRuntime.onAws());
    }

    public TimelineVersionFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "PLAYERS_TABLE");
        this.timeline = new DynamoTimeline(runtime.aws().dynamoDb(), settings.text("PLAYERS_TABLE"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var version = Json.read(record.path("body").asText()).at("/detail/payload/version");
        if (!version.canConvertToLong() || version.asLong() < 1) {
            throw new IllegalArgumentException("A timeline's version is a number from 1");
        }
        timeline.published(version.asLong());
    }
}
