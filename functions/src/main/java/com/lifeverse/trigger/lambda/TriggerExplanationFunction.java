package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.aws.DynamoAllotments;
import com.lifeverse.trigger.aws.DynamoBreakers;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.explain.aws.Explainer;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.turn.TurnSight;
import com.lifeverse.trigger.turn.aws.DynamoTurns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/trigger-explanations}: what an event means to a trigger in force, with the player's state as it is now. Changes
 * nothing: it is decided and not stored. For staff.
 */
public final class TriggerExplanationFunction extends HttpFunction {
    private static final int BODY_LIMIT = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final InstantSource clock;
    private final CurrentCatalogue current;
    private final Explainer explainer;
    private final TurnSight turns;

    public TriggerExplanationFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerExplanationFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        var table = settings.text("TRIGGERS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        clock = runtime.clock();
        turns = new TurnSight(new DynamoTurns(dynamoDb, table));
        current = new CurrentCatalogue(new DynamoPublications(dynamoDb, table), Duration.ZERO);
        var policy = settings.policy(TriggerPolicy.class);
        var form = ProfileFile.shipped();
        var keeping = new ProfileKeeping(new DynamoProfiles(dynamoDb, table), form, clock, policy);
        explainer = new Explainer(
                new DynamoTriggerStates(dynamoDb, table),
                new DynamoBreakers(dynamoDb, table, Duration.ZERO),
                new DynamoAllotments(dynamoDb, table),
                keeping,
                new Projections(form),
                policy);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        StaffCaller.any(request);
        var fields = Fields.of(request.body(BODY_LIMIT)).only("trigger", "event");
        var name = fields.text("trigger", NAME);
        var event = fields.object("event").json();
        whole(fields, event);
        fields.check();
        var now = clock.instant();
        var file = current.at(now)
                .find(name)
                .orElseThrow(() -> new Refused(Problem.TRIGGER_NOT_FOUND, "GET /v1/triggers lists them."));
        var explanation = explainer.explain(file, event, now);
        return HttpResponse.json(200, ExplanationAnswer.of(explanation, turns(file.trigger(), event, now)));
    }

    /** Who holds the turns that it would need; asked only of triggers that need any. */
    private List<String> turns(Trigger trigger, ObjectNode event, Instant now) {
        var player = Envelopes.read(event.path("detail")).playerId();
        return trigger.effects().stream()
                .filter(Effect.StartWorkflow.class::isInstance)
                .map(Effect.StartWorkflow.class::cast)
                .flatMap(start -> start.turn().stream().map(turn -> turns.words(start.workflow(), turn, player, now)))
                .toList();
    }

    private static void whole(Fields fields, ObjectNode event) {
        try {
            var envelope = Envelopes.read(event.path("detail"));
            if (envelope.playerId().isEmpty() || envelope.deduplicationId().isEmpty()) {
                fields.violate("event", "names no player or no happening");
            }
        } catch (RuntimeException _) {
            // What a caller has written wrong is theirs to hear of.
            fields.violate("event", "must be a whole event as it stands on the bus, with its envelope as detail");
        }
    }
}
