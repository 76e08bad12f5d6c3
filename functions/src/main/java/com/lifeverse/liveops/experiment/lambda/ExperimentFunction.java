package com.lifeverse.liveops.experiment.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.PublishedEvents;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Regions;
import com.lifeverse.liveops.experiment.ExperimentRules;
import com.lifeverse.liveops.experiment.Experimenter;
import com.lifeverse.liveops.experiment.Exposures;
import com.lifeverse.liveops.experiment.SampleRatio;
import com.lifeverse.liveops.experiment.aws.DynamoExposures;
import com.lifeverse.liveops.participation.Viewers;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import com.lifeverse.liveops.preview.Sight;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.liveops.ramp.RampRules;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/live-events/{event}/experiment} for players: what they are to be shown; noted and told the first time. Whoever is given
 * nothing may not know whether there is an experiment that has not begun, or is for others. {@code GET /v1/live-events/{event}/experiment-figures} for staff:
 * how large the groups are, and whether they should be.
 */
public final class ExperimentFunction extends HttpFunction {
    private final InstantSource clock;
    private final Definitions definitions;
    private final PublishedEvents events;
    private final Viewers viewers;
    private final Exposures exposures;
    private final Experimenter experimenter;

    public ExperimentFunction() {
        this(LambdaRuntime.onAws());
    }

    public ExperimentFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(), "LIVE_EVENTS_TABLE", "EXPERIMENTS_TABLE", "PARTICIPATIONS_TABLE");
        this.clock = runtime.clock();
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        this.events = new PublishedEvents(
                definitions, clock, settings.policy(LiveopsPolicy.class).poll());
        this.viewers = new DynamoViewers(runtime.aws().dynamoDb(), settings.text("PARTICIPATIONS_TABLE"));
        this.exposures = new DynamoExposures(runtime.aws().dynamoDb(), settings.text("EXPERIMENTS_TABLE"));
        this.experimenter = new Experimenter(exposures, runtime.ids()::next);
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "GET /v1/live-events/{event}/experiment" -> given(request, clock.instant());
            case "GET /v1/live-events/{event}/experiment-figures" -> figures(request);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse given(HttpRequest request, Instant now) {
        var playerId = request.claim("sub")
                .orElseThrow(() -> new IllegalStateException("The gateway let a token without a player pass"));
        var event = events.find(request.pathParameter("event"))
                .filter(published ->
                        RampRules.running(published.revision().event(), now).isPresent())
                .filter(published -> isFor(published, playerId, now))
                .orElseThrow(ExperimentFunction::none)
                .revision()
                .event();
        var experiment = event.experiment().orElseThrow(ExperimentFunction::none);
        var group = experimenter
                .give(event.id(), experiment, playerId, now)
                .orElseThrow(() -> new Refused(Problem.TEMPORARILY_UNAVAILABLE, "Others were faster; try again."));
        var json = Json.object()
                .put("event", event.id())
                .put("experiment", experiment.id())
                .put("group", group)
                .put("locked", experiment.lock());
        json.set("flags", Json.mapper().valueToTree(flags(experiment, group)));
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }

    /** By clocks of UTC, since a player's own change nothing but how far a ramp has come, by half a day. */
    private boolean isFor(Published published, String playerId, Instant now) {
        var known = viewers.find(playerId);
        var viewer = new Viewer(playerId, ZoneOffset.UTC, Optional.empty(), known.region(), known.at(now));
        return Sight.of(published, viewer, now, ProfilePatterns::matches).standing() == Sight.Standing.IN;
    }

    private HttpResponse figures(HttpRequest request) {
        StaffCaller.any(request);
        var event = published(request.pathParameter("event")).orElseThrow(ExperimentFunction::none);
        var experiment = event.experiment().orElseThrow(ExperimentFunction::none);
        var split = ExperimentRules.split(experiment);
        var ratio = SampleRatio.of(experiment, exposures.counts(event.id(), experiment.id(), split));
        var json = Json.object()
                .put("event", event.id())
                .put("experiment", experiment.id())
                .put("chiSquare", ratio.chiSquare())
                .put("p", ratio.p())
                .put("mismatch", ratio.isAlarming());
        var groups = json.putArray("groups");
        ratio.groups()
                .forEach((name, group) -> groups.addObject()
                        .put("group", name)
                        .put("players", group.count())
                        .put("expected", group.expected()));
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }

    /** What players have, unless an operator has switched it off everywhere. */
    private Optional<LiveEvent> published(String id) {
        return definitions
                .find(id)
                .filter(known -> !known.killedIn().containsAll(Regions.NAMES))
                .flatMap(known -> known.published().flatMap(number -> definitions.revision(id, number)))
                .map(revision -> revision.event());
    }

    private static Map<String, Object> flags(Experiment experiment, String group) {
        return experiment.variants().stream()
                .filter(variant -> variant.name().equals(group))
                .findFirst()
                .<Map<String, Object>>map(Experiment.Variant::overrides)
                .orElse(Map.of());
    }

    private static Refused none() {
        return new Refused(Problem.EXPERIMENT_NOT_FOUND, "The timeline says which events run, and which have one.");
    }
}
