package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Outbox;
import com.lifeverse.cdk.construct.PrivateBucket;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.liveops.desk.lambda.LiveEventApprovalFunction;
import com.lifeverse.liveops.desk.lambda.LiveEventFunction;
import com.lifeverse.liveops.feed.lambda.LiveEventCalendarFunction;
import com.lifeverse.liveops.flip.lambda.FlipFunction;
import com.lifeverse.liveops.flip.lambda.FlipSweepFunction;
import com.lifeverse.liveops.timeline.lambda.TimelineFunction;
import com.lifeverse.liveops.timeline.lambda.TimelineKeyFunction;
import com.lifeverse.liveops.timeline.lambda.TimelineMakerFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/** Live events: where staff define them, and the signed timelines that players read. */
public final class LiveopsStack extends StageStack {
    /** A token says by itself which run it is of; whoever has none can tell nothing. */
    private static final Grant TO_WAKE = Grant.of("states:SendTaskSuccess").on("*");

    private final ContextTable events;
    private final LifeVerseFunction desk;
    private final LifeVerseFunction timeline;
    private final LifeVerseFunction calendar;
    private final LifeVerseFunction flips;

    public LiveopsStack(Construct app, Deployment deployment, Bus bus, EventCatalogue types) {
        super(app, deployment, "liveops", "Live events");
        this.events = ContextTable.keyed("LiveEvents", "pk")
                .sortedBy("sk")
                .withStream()
                .in(this, deployment);
        var approval = approval(deployment, bus);
        this.desk = LifeVerseFunction.running(LiveEventFunction.class, "Lets staff define and publish live events.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("APPROVAL_WORKFLOW", approval.liveArn())
                .may(approval.toStart())
                .may(TO_WAKE)
                .may(Grant.of(
                                "dynamodb:GetItem",
                                "dynamodb:PutItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:DeleteItem",
                                "dynamodb:Query")
                        .on(events.arn()))
                .in(this, deployment);
        var links = secret(deployment, "CalendarSecret", "Opens links to the calendar; a new one ends them all.");
        this.calendar = LifeVerseFunction.running(
                        LiveEventCalendarFunction.class, "Shows live events to calendar programs.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("CALENDAR_SECRET", links.getRef())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(Grant.of("secretsmanager:GetSecretValue").on(links.getRef()))
                .in(this, deployment);
        new Outbox(this, "LiveEventsOutbox", deployment, events, bus);
        this.flips = LifeVerseFunction.running(
                        FlipFunction.class, "Shows staff when live events pass into their phases.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .in(this, deployment);
        sweep(deployment);
        // Each is made anew within a day, and read for two at most.
        var timelines = PrivateBucket.forgetting(this, "Timelines", Duration.days(7));
        maker(deployment, bus, types, timelines);
        this.timeline = LifeVerseFunction.running(TimelineFunction.class, "Shows players the timeline of live events.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("TIMELINES_BUCKET", timelines.getBucketName())
                .may(Grant.of("dynamodb:GetItem").on(events.arn()))
                .may(Grant.of("s3:GetObject").on(timelines.arnForObjects("timelines/*")))
                // Without it, an object that is not there is forbidden and not missing.
                .may(Grant.of("s3:ListBucket").on(timelines.getBucketArn()))
                .in(this, deployment);
    }

    /** What is defined of live events. */
    public ContextTable events() {
        return events;
    }

    /** Shows players the timeline. */
    public LifeVerseFunction timeline() {
        return timeline;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("listLiveEvents", desk),
                new Answer<>("readLiveEvent", desk),
                new Answer<>("saveLiveEvent", desk),
                new Answer<>("askLiveEventReview", desk),
                new Answer<>("recallLiveEventReview", desk),
                new Answer<>("approveLiveEvent", desk),
                new Answer<>("rejectLiveEvent", desk),
                new Answer<>("publishLiveEvent", desk),
                new Answer<>("withdrawLiveEvent", desk),
                new Answer<>("killLiveEvent", desk),
                new Answer<>("reviveLiveEvent", desk),
                new Answer<>("resumeLiveEventRamp", desk),
                new Answer<>("readLiveEventLog", desk),
                new Answer<>("readLiveEventFlips", flips),
                new Answer<>("readLiveEventCalendar", calendar),
                new Answer<>("makeLiveEventCalendarLink", calendar),
                new Answer<>("readTimeline", timeline),
                new Answer<>("readTimelineKeys", timeline));
    }

    /** Waits for second persons; how a review stands is in the table, and the tokens by which a run is told to look. */
    private Workflow approval(Deployment deployment, Bus bus) {
        var tasks = LifeVerseFunction.running(
                        LiveEventApprovalFunction.class,
                        "Looks how reviews of live events stand, and ends those that lapse.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .on(events.arn()))
                .may(TO_WAKE)
                .in(this, deployment);
        return Workflow.standard("live-event-approval")
                .filling("LiveEventApprovalFunction", tasks.liveArn())
                .filling("Bus", bus.name())
                .may(tasks.toInvoke())
                .may(bus.toPublish())
                .in(this, deployment);
    }

    private CfnSecret secret(Deployment deployment, String id, String description) {
        var secret = CfnSecret.Builder.create(this, id)
                .description(description)
                .generateSecretString(CfnSecret.GenerateSecretStringProperty.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .build();
        secret.applyRemovalPolicy(deployment.stage().removal());
        return secret;
    }

    /** Each minute, what events have passed into; a minute that does not come is made up for by the next. */
    private void sweep(Deployment deployment) {
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "FlipQueue", patience);
        var function = LifeVerseFunction.running(
                        FlipSweepFunction.class, "Tells what live events pass into, each minute.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
                        .on(events.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        new Timetable(this, "Flips", deployment.stage().sweeps(), queue, new DeadLetters(this, "FlipDeadLetters"));
    }

    /** Alone with the secret: who reads timelines cannot sign any. */
    private void maker(Deployment deployment, Bus bus, EventCatalogue types, Bucket timelines) {
        var secret = secret(deployment, "TimelineSecret", "What the signing key of timelines follows from.");
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "TimelineQueue", patience);
        var function = LifeVerseFunction.running(TimelineMakerFunction.class, "Makes and signs timelines.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("TIMELINES_BUCKET", timelines.getBucketName())
                .with("TIMELINE_SECRET", secret.getRef())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
                        .on(events.arn()))
                .may(Grant.of("s3:PutObject").on(timelines.arnForObjects("timelines/*")))
                .may(Grant.of("secretsmanager:GetSecretValue").on(secret.getRef()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        Subscription.toQueue(this, "CatalogueEvents", bus.name(), types.patternFor("liveops-timeline"), queue);
        // Before they expire; and where news of a change were lost, a quarter of an hour is all that is.
        new Timetable(this, "Again", "rate(15 minutes)", queue, new DeadLetters(this, "DeadLetters"));
        keys(deployment, secret);
    }

    /** Adds the key that follows, and is the only one who may; the maker reads. */
    private void keys(Deployment deployment, CfnSecret secret) {
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "TimelineKeyQueue", patience);
        var function = LifeVerseFunction.running(TimelineKeyFunction.class, "Replaces the key that signs timelines.")
                .with("TIMELINE_SECRET", secret.getRef())
                .may(Grant.of("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue")
                        .on(secret.getRef()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        new Timetable(this, "TimelineKeys", "rate(1 day)", queue, new DeadLetters(this, "TimelineKeyDeadLetters"));
    }
}
