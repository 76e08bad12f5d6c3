package com.lifeverse.liveops.timeline.lambda;

import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.liveops.timeline.Place;
import com.lifeverse.liveops.timeline.Timelines;
import com.lifeverse.liveops.timeline.Timelines.Reading;
import com.lifeverse.liveops.timeline.aws.DynamoPointers;
import com.lifeverse.liveops.timeline.aws.StoredBundles;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.EntityTags;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.util.Map;

/**
 * {@code GET /v1/timelines/{platform}/{region}} and {@code GET /v1/timeline-keys}, for everybody: the same for all, so caches in front may
 * keep it. Cannot sign, and has no secret: it hands on what was signed, each sheet from its moment on.
 */
public final class TimelineFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Timelines timelines;
    private final LiveopsPolicy policy;

    public TimelineFunction() {
        this(LambdaRuntime.onAws());
    }

    public TimelineFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "TIMELINES_BUCKET");
        this.runtime = runtime;
        this.policy = settings.policy(LiveopsPolicy.class);
        this.timelines = new Timelines(
                new DynamoPointers(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE")),
                new StoredBundles(runtime.aws().s3(), settings.text("TIMELINES_BUCKET")),
                policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/timelines/{platform}/{region}" -> timeline(request, now);
            case "GET /v1/timeline-keys" -> keys(now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse timeline(HttpRequest request, Instant now) {
        var reading = Place.of(request.pathParameter("platform"), request.pathParameter("region"))
                .flatMap(place -> timelines.at(place, now))
                .orElseThrow(TimelineFunction::none);
        var tag = "\"" + reading.edition() + "\"";
        boolean known = EntityTags.knows(request, tag);
        return (known
                        ? HttpResponse.empty(304)
                        : answer(reading.sheet().body()).with("lifeverse-signature", signature(reading)))
                .with("etag", tag)
                .with("cache-control", "public, max-age=" + policy.poll().toSeconds());
    }

    private HttpResponse keys(Instant now) {
        return answer(timelines.keys(now).orElseThrow(TimelineFunction::none))
                .with("cache-control", "public, max-age=3600");
    }

    private static String signature(Reading reading) {
        return reading.sheet().signature();
    }

    private static HttpResponse answer(String json) {
        return new HttpResponse(200, Map.of("content-type", "application/json"), json);
    }

    private static Refused none() {
        return new Refused(Problem.TIMELINE_NOT_FOUND, "Nothing was ever published for it; all is as the game has it.");
    }
}
