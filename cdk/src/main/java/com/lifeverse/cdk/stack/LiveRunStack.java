package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Outbox;
import com.lifeverse.cdk.construct.PrivateBucket;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.liveops.run.lambda.EventMessageFunction;
import com.lifeverse.liveops.run.lambda.EventRunFunction;
import com.lifeverse.liveops.run.lambda.EventRunStartFunction;
import com.lifeverse.liveops.settlement.lambda.SettlementDeskFunction;
import com.lifeverse.liveops.settlement.lambda.SettlementFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** What follows from live events while they last: their runs, their messages, and the settlement of their rewards. */
public final class LiveRunStack extends StageStack {
    private final ContextTable events;
    private final ContextTable participations;
    private final ContextTable settlements;
    private final Workflow settlement;
    private final Workflow run;
    private final LifeVerseFunction desk;

    /**
     * Makes the stack.
     *
     * @param events where live events are defined
     * @param participations who takes part in them
     */
    public LiveRunStack(
            Construct app,
            Deployment deployment,
            Bus bus,
            EventCatalogue types,
            ContextTable events,
            ContextTable participations) {
        super(app, deployment, "live-run", "Runs of live events and settlements of their rewards");
        this.events = events;
        this.participations = participations;
        this.settlements = ContextTable.keyed("Settlements", "pk")
                .sortedBy("sk")
                .withStream()
                .in(this, deployment);
        new Outbox(this, "SettlementsOutbox", deployment, settlements, bus);
        this.settlement = settlement(deployment);
        this.run = run(deployment, bus);
        start(deployment, bus, types);
        this.desk = LifeVerseFunction.running(
                        SettlementDeskFunction.class, "Shows staff how far settlements are, and starts them by hand.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("SETTLEMENTS_TABLE", settlements.name())
                .with("SETTLEMENT_WORKFLOW", settlement.liveArn())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(Grant.of("dynamodb:Query").on(settlements.arn()))
                .may(settlement.toStart())
                .in(this, deployment);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(new Answer<>("readLiveEventSettlements", desk), new Answer<>("settleLiveEvent", desk));
    }

    private Workflow settlement(Deployment deployment) {
        // A run that failed can be redriven for so long. The files of players go when it closes. What each call came to
        // (results/) names
        // nobody: it stays as long, for whoever asks why a round was gone through twice.
        var files = PrivateBucket.forgetting(this, "SettlementFiles", Duration.days(14));
        var tasks = tasks(deployment, files);
        return Workflow.standard("reward-settlement")
                .filling("SettlementFunction", tasks.liveArn())
                .filling("SettlementBucket", files.getBucketName())
                .withChildren()
                .may(tasks.toInvoke())
                .may(Grant.of("s3:ListBucket").on(files.getBucketArn()))
                .may(Grant.of("s3:GetObject", "s3:PutObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload")
                        .on(files.arnForObjects("results/*")))
                .in(this, deployment);
    }

    private LifeVerseFunction tasks(Deployment deployment, Bucket files) {
        return LifeVerseFunction.running(SettlementFunction.class, "Carries out settlements, step by step.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("PARTICIPATIONS_TABLE", participations.name())
                .with("SETTLEMENTS_TABLE", settlements.name())
                .with("SETTLEMENT_BUCKET", files.getBucketName())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem")
                        .on(participations.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(settlements.arn()))
                .may(Grant.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject")
                        .on(files.arnForObjects("settlements/*")))
                .may(Grant.of("s3:ListBucket").on(files.getBucketArn()))
                .within(Duration.minutes(2))
                .in(this, deployment);
    }

    private Workflow run(Deployment deployment, Bus bus) {
        var look = LifeVerseFunction.running(EventRunFunction.class, "Says what follows from a live event now.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .may(Grant.of("dynamodb:GetItem").on(events.arn()))
                .in(this, deployment);
        var messages = LifeVerseFunction.running(
                        EventMessageFunction.class, "Tells those who take part in live events what has come due.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("PARTICIPATIONS_TABLE", participations.name())
                .with("BUS", bus.name())
                .may(Grant.of("dynamodb:GetItem").on(events.arn()))
                .may(Grant.of("dynamodb:Query").on(participations.arn()))
                .may(bus.toPublish())
                .within(Duration.minutes(5))
                .in(this, deployment);
        return Workflow.standard("event-run")
                .filling("EventRunFunction", look.liveArn())
                .filling("EventMessageFunction", messages.liveArn())
                .filling("RewardSettlement", settlement.liveArn())
                .may(look.toInvoke())
                .may(messages.toInvoke())
                .may(settlement.toStart())
                .in(this, deployment);
    }

    /** With the first phase that is told of an occurrence; of the later ones nothing comes. */
    private void start(Deployment deployment, Bus bus, EventCatalogue types) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "EventRunQueue", patience);
        var function = LifeVerseFunction.running(EventRunStartFunction.class, "Starts the runs of live events.")
                .with("EVENT_RUN_WORKFLOW", run.liveArn())
                .may(run.toStart())
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        Subscription.toQueue(this, "Phases", bus.name(), types.patternFor("event-run"), queue);
    }
}
