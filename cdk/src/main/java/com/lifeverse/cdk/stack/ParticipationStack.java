package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Outbox;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.participation.lambda.GoalSweepFunction;
import com.lifeverse.liveops.participation.lambda.ParticipationFunction;
import com.lifeverse.liveops.participation.lambda.ProgressFunction;
import com.lifeverse.liveops.participation.lambda.ViewerFunction;
import com.lifeverse.liveops.plan.lambda.LiveEventPlanFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Who takes part in live events, what they come to alone and together, and what they claim. */
public final class ParticipationStack extends StageStack {
    private static final Duration PATIENCE = Duration.seconds(30);

    private final ContextTable events;
    private final ContextTable participations;
    private final LifeVerseFunction desk;
    private final LifeVerseFunction plan;

    /**
     * Makes it.
     *
     * @param events where live events are defined; it is only looked at
     */
    public ParticipationStack(
            Construct app, Deployment deployment, ContextTable events, Bus bus, EventCatalogue types) {
        super(app, deployment, "participation", "Participation in live events");
        this.events = events;
        this.participations = ContextTable.keyed("Participations", "pk")
                .sortedBy("sk")
                .withStream()
                .foundBy(DynamoParticipations.INDEX, "board", "score")
                .in(this, deployment);
        this.desk = looking(LifeVerseFunction.running(
                        ParticipationFunction.class, "Lets players take part in live events, and claim rewards."))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(participations.arn()))
                .may(Grant.of("dynamodb:Query").on(participations.indexArn(DynamoParticipations.INDEX)))
                .in(this, deployment);
        this.plan = looking(LifeVerseFunction.running(
                        LiveEventPlanFunction.class, "Shows staff what will come of a live event."))
                // A sample of players has no key to go by; it ends after a few pages.
                .may(Grant.of("dynamodb:Scan").on(participations.arn()))
                .in(this, deployment);
        progress(deployment, bus, types);
        viewers(deployment, bus, types);
        goals(deployment);
        new Outbox(this, "ParticipationsOutbox", deployment, participations, bus);
    }

    /** Who takes part in what, and what live events know of players. */
    public ContextTable participations() {
        return participations;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("joinLiveEvent", desk),
                new Answer<>("readLiveEventParticipation", desk),
                new Answer<>("claimLiveEventTier", desk),
                new Answer<>("readLiveEventBoard", desk),
                new Answer<>("readLiveEventGoal", desk),
                new Answer<>("readLiveEventParticipant", desk),
                new Answer<>("planLiveEvent", plan));
    }

    private LifeVerseFunction.Plan looking(LifeVerseFunction.Plan plan) {
        return plan.with("LIVE_EVENTS_TABLE", events.name())
                .with("PARTICIPATIONS_TABLE", participations.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()));
    }

    private void progress(Deployment deployment, Bus bus, EventCatalogue types) {
        var queue = new WorkQueue(this, "ProgressQueue", PATIENCE);
        var function = looking(LifeVerseFunction.running(
                        ProgressFunction.class, "Counts what triggers decide as progress in live events."))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(participations.arn()))
                .may(queue.toConsume())
                .within(PATIENCE)
                .in(this, deployment);
        queue.feed(function);
        subscribe("liveops-progress", bus, types, queue);
    }

    private void viewers(Deployment deployment, Bus bus, EventCatalogue types) {
        var queue = new WorkQueue(this, "ViewerQueue", PATIENCE);
        var function = LifeVerseFunction.running(ViewerFunction.class, "Keeps what live events know of players.")
                .with("PARTICIPATIONS_TABLE", participations.name())
                .may(Grant.of("dynamodb:PutItem").on(participations.arn()))
                .may(queue.toConsume())
                .within(PATIENCE)
                .in(this, deployment);
        queue.feed(function);
        subscribe("liveops-viewers", bus, types, queue);
    }

    /** Each minute; one that does not come is made up for by the next. */
    private void goals(Deployment deployment) {
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "GoalQueue", patience);
        var function = looking(LifeVerseFunction.running(
                        GoalSweepFunction.class, "Publishes what all players of a live event came to together."))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem")
                        .on(participations.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        new Timetable(this, "Goals", deployment.stage().sweeps(), queue, new DeadLetters(this, "GoalDeadLetters"));
    }

    private void subscribe(String consumer, Bus bus, EventCatalogue types, WorkQueue queue) {
        types.patternFiles(consumer)
                .forEach((type, pattern) ->
                        Subscription.toQueue(this, consumer + "-of-" + type, bus.name(), pattern, queue));
    }
}
