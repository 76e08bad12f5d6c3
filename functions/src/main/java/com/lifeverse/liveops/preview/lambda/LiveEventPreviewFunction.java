package com.lifeverse.liveops.preview.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.experiment.Exposures;
import com.lifeverse.liveops.experiment.aws.DynamoExposures;
import com.lifeverse.liveops.flag.aws.FlagFile;
import com.lifeverse.liveops.preview.Preview;
import com.lifeverse.liveops.preview.Sight;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code POST /v1/live-event-previews}: what a player would have at any moment, of what is published or of the last revisions, and why.
 * Its role may read, and nothing else. What a player keeps of an experiment is looked up, one read for each that has a lock.
 */
public final class LiveEventPreviewFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Definitions definitions;
    private final Exposures exposures;

    public LiveEventPreviewFunction() {
        this(LambdaRuntime.onAws());
    }

    public LiveEventPreviewFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "EXPERIMENTS_TABLE");
        this.runtime = runtime;
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        this.exposures = new DynamoExposures(runtime.aws().dynamoDb(), settings.text("EXPERIMENTS_TABLE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        StaffCaller.any(request);
        var asked = PreviewRequest.read(
                request, Instant.ofEpochMilli(runtime.clock().millis()));
        var each = new EachEvent((event, failure) -> Log.failure(context, Problem.UNEXPECTED, event, failure));
        var events = each.able(
                        asked.drafts() ? drafts() : definitions.catalogue(),
                        published -> Sight.of(published, asked.viewer(), asked.at(), ProfilePatterns::matches))
                .published();
        var player = asked.viewer().playerId();
        return PreviewAnswer.of(
                Preview.of(
                        events,
                        asked.viewer(),
                        asked.at(),
                        ProfilePatterns::matches,
                        FlagFile.shipped(),
                        (event, experiment) -> exposures.find(player, event, experiment.id())),
                asked.at());
    }

    /** As if the last revision of every event were published. */
    private Catalogue drafts() {
        return new Catalogue(
                0,
                definitions.all().stream()
                        .flatMap(known -> last(known).stream())
                        .toList());
    }

    private Optional<Published> last(Definition known) {
        return definitions
                .revision(known.id(), known.latest())
                .map(revision -> new Published(revision, revision.at(), known.killedIn()));
    }
}
