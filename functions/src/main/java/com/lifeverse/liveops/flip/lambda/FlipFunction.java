package com.lifeverse.liveops.flip.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.flip.Flip;
import com.lifeverse.liveops.flip.FlipLedger;
import com.lifeverse.liveops.flip.FlipLine;
import com.lifeverse.liveops.flip.FlipRules;
import com.lifeverse.liveops.flip.aws.DynamoFlipLedger;
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
import java.util.Optional;

/** The flips of a live event for staff: what was meant to be when, what was, and what is to come. Three reads. */
public final class FlipFunction extends HttpFunction {
    private static final int LATEST = 100;
    private static final int UPCOMING = 20;

    private final InstantSource clock;
    private final Definitions definitions;
    private final FlipLedger ledger;

    public FlipFunction() {
        this(LambdaRuntime.onAws());
    }

    public FlipFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE");
        var table = settings.text("LIVE_EVENTS_TABLE");
        this.clock = runtime.clock();
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), table);
        this.ledger = new DynamoFlipLedger(runtime.aws().dynamoDb(), table);
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        StaffCaller.any(request);
        var id = request.pathParameter("event");
        var definition = definitions
                .find(id)
                .orElseThrow(() -> new Refused(Problem.LIVE_EVENT_NOT_FOUND, "GET /v1/live-events lists them."));
        var answer = Json.object().put("event", id);
        var flips = answer.putArray("flips");
        ledger.latest(id, LATEST).forEach(line -> write(flips.addObject(), line));
        var upcoming = answer.putArray("upcoming");
        var now = clock.instant();
        published(definition)
                .ifPresent(revision -> FlipRules.upcoming(revision.event().calendar(), now, UPCOMING)
                        .forEach(flip -> write(upcoming.addObject(), flip)));
        return HttpResponse.json(200, answer);
    }

    private Optional<Revision> published(Definition definition) {
        return definition.published().flatMap(number -> definitions.revision(definition.id(), number));
    }

    private static void write(ObjectNode node, FlipLine line) {
        write(node, line.flip());
        node.put("revision", line.revision())
                .put("dueAt", text(line.dueAt()))
                .put("actualAt", text(line.actualAt()))
                .put("latenessMs", line.lateness().toMillis());
    }

    private static void write(ObjectNode node, Flip flip) {
        node.put("occurrence", flip.occurrence().toString())
                .put("phase", flip.slug())
                .put("intendedAt", text(flip.at()));
    }

    private static String text(Instant time) {
        return time.toString();
    }
}
