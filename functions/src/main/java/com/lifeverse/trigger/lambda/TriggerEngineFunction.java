package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.MetricLine;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.aws.DynamoAllotments;
import com.lifeverse.trigger.aws.DynamoBreakers;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.lambda.Arrivals.Arrival;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Behind the queue of events: now and then looks which triggers are in force, finds those that want each event and its player, and
 * decides. Events that no trigger wants, and that tell nothing of their player, cost neither read nor write; for all others it is one
 * read, and at most one write, for each player of a batch, and as much for their profile where that is asked for. A record that
 * cannot be handled comes back alone.
 */
public final class TriggerEngineFunction extends Handler {
    /** The namespace of this function's metrics, by its {@code FunctionName}. */
    public static final String METRICS = "LifeVerse/Triggers";

    /** Events that so many others led to that nothing more was done at them. */
    public static final String LOOPS_STOPPED = "LoopsStopped";

    /** Firings that the breakers of their triggers held, because those had spent too fast. */
    public static final String HELD_BY_BREAKERS = "HeldByBreakers";

    /** Triggers in force that this version of the code cannot read. */
    public static final String UNREADABLE = "UnreadableTriggers";

    private final InstantSource clock;
    private final CurrentCatalogue current;
    private final TriggerEngine engine;
    private final ProfileKeeping keeping;
    private final Projections projections;
    private Wishes wishes;

    public TriggerEngineFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerEngineFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        var states = new DynamoTriggerStates(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        var policy = settings.policy(TriggerPolicy.class);
        clock = runtime.clock();
        current = new CurrentCatalogue(
                new DynamoPublications(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE")), policy.look());
        var allotments = new DynamoAllotments(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        var breakers = new DynamoBreakers(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"), policy.look());
        engine = new TriggerEngine(states, allotments, breakers, clock, policy);
        var form = ProfileFile.shipped();
        projections = new Projections(form);
        var profiles = new DynamoProfiles(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        keeping = new ProfileKeeping(profiles, form, clock, policy);
        wishes = new Wishes(TriggerCatalogue.shipped());
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        see(current.at(clock.instant()), call);
        var batch = new EventBatch();
        var arrivals = new Arrivals();
        for (var record : Json.mapper().readTree(input).path("Records")) {
            read(record, arrivals, batch, call);
        }
        arrivals.sort(keeping, wishes.conditions(), batch, (those, failure) -> failed(those, failure, batch, call));
        var decisions = batch.groups().stream()
                .flatMap(groups -> decide(groups, batch, call).stream())
                .toList();
        tell(LOOPS_STOPPED, count(decisions, Decision.LoopStopped.class), call);
        tell(HELD_BY_BREAKERS, count(decisions, Decision.Tripped.class), call);
        output.write(Json.mapper().writeValueAsBytes(batch.answer()));
    }

    private void see(TriggerCatalogue catalogue, Call call) {
        if (!wishes.are(catalogue)) {
            wishes = new Wishes(catalogue);
            catalogue
                    .unreadable()
                    .forEach(name ->
                            Log.info(call, "trigger-unreadable", Json.object().put("trigger", name)));
            tell(UNREADABLE, catalogue.unreadable().size(), call);
        }
    }

    private void read(JsonNode record, Arrivals arrivals, EventBatch batch, Call call) {
        var message = record.path("messageId").asText();
        try {
            var body = record.path("body").asText();
            var wanted = wishes.of(body);
            var news = projections.of(body);
            if (!wanted.isEmpty() || news.isPresent()) {
                var event = Envelopes.read(Json.read(body).path("detail"));
                var concerned = wanted.stream()
                        .filter(wish -> wish.concerns(event.playerId()))
                        .toList();
                arrivals.add(new Arrival(message, event, concerned, news));
            }
        } catch (IOException | RuntimeException failure) {
            Log.failure(call, Problem.UNEXPECTED, message, failure);
            batch.failed(message);
        }
    }

    private static void failed(List<Arrival> those, RuntimeException failure, EventBatch batch, Call call) {
        Log.failure(call, Problem.UNEXPECTED, those.getFirst().event().correlationId(), failure);
        those.forEach(arrival -> batch.failed(arrival.messageId()));
    }

    static long count(List<Decision> decisions, Class<? extends Decision> kind) {
        return decisions.stream().filter(kind::isInstance).count();
    }

    /** Decides; all the decisions. */
    private List<Decision> decide(List<EventBatch.Group> groups, EventBatch batch, Call call) {
        try {
            var decisions = engine.evaluate(
                    groups.stream().map(EventBatch.Group::wanted).toList());
            for (int at = 0; at < groups.size(); at++) {
                tell(groups.get(at), decisions.get(at), call);
            }
            return decisions.stream().flatMap(List::stream).toList();
        } catch (RuntimeException failure) {
            var deliveries = groups.stream()
                    .flatMap(group -> Stream.concat(group.deliveries().stream(), group.shadowed().stream()))
                    .toList();
            Log.failure(call, Problem.UNEXPECTED, deliveries.getFirst().event().correlationId(), failure);
            deliveries.forEach(delivery -> batch.failed(delivery.messageId()));
            return List.of();
        }
    }

    // What never happens on a good day is told as a metric of its function, so that an alarm can wait for it.
    static void tell(String metric, long count, Call call) {
        if (count > 0) {
            MetricLine.in(METRICS)
                    .by("FunctionName", call.getFunctionName())
                    .count(metric, count)
                    .write();
        }
    }

    private static void tell(EventBatch.Group group, List<Decision> decisions, Call call) {
        for (int at = 0; at < decisions.size(); at++) {
            DecisionLine.write(call, group.trigger(), group.deliveries().get(at).event(), decisions.get(at));
        }
    }
}
