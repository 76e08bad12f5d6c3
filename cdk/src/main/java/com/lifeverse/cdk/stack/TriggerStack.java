package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Outbox;
import com.lifeverse.cdk.construct.StreamFeed;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.trigger.aws.ComparedNews;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.lambda.BreakerFunction;
import com.lifeverse.trigger.lambda.EventIngestFunction;
import com.lifeverse.trigger.lambda.GrantFunction;
import com.lifeverse.trigger.lambda.GrantListFunction;
import com.lifeverse.trigger.lambda.ProfileEffectFunction;
import com.lifeverse.trigger.lambda.ProfileFunction;
import com.lifeverse.trigger.lambda.RewardFunction;
import com.lifeverse.trigger.lambda.TriggerCatalogueFunction;
import com.lifeverse.trigger.lambda.TriggerEngineFunction;
import com.lifeverse.trigger.lambda.TriggerExplanationFunction;
import com.lifeverse.trigger.lambda.TriggerPublicationFunction;
import com.lifeverse.trigger.lambda.TriggerSweepFunction;
import com.lifeverse.trigger.letter.lambda.EngineLetterKeepingFunction;
import com.lifeverse.trigger.shadow.lambda.AgreementFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Triggers: what happened comes in, decisions and grants are kept, and told by the outbox. */
public final class TriggerStack extends StageStack {
    private static final String COMPARED =
            "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":{\"%s\":{\"S\":[{\"exists\":true}]}}}}"
                    .formatted(ComparedNews.ATTRIBUTE);

    private final ContextTable triggers;
    private final LifeVerseFunction ingest;
    private final LifeVerseFunction catalogue;
    private final LifeVerseFunction publication;
    private final LifeVerseFunction explanation;
    private final LifeVerseFunction breaker;
    private final LifeVerseFunction grant;
    private final LifeVerseFunction grantList;
    private final LifeVerseFunction profile;
    private final LifeVerseFunction profileEffect;
    private final WorkQueue engineQueue;

    public TriggerStack(Construct app, Deployment deployment, Bus bus, EventCatalogue events) {
        super(app, deployment, "trigger", "Event ingest, trigger engine and grant ledger");
        this.triggers = ContextTable.keyed("Triggers", "playerId")
                .sortedBy("sk")
                .withStream()
                .foundBy(DynamoTriggerStates.INDEX, DynamoTriggerStates.PART, DynamoTriggerStates.DUE)
                .in(this, deployment);
        this.ingest = LifeVerseFunction.running(EventIngestFunction.class, "Takes game servers' events.")
                .with("BUS", bus.name())
                .may(bus.toPublish())
                .in(this, deployment);
        this.catalogue = LifeVerseFunction.running(TriggerCatalogueFunction.class, "Shows the triggers in force.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem").on(triggers.arn()))
                .in(this, deployment);
        this.publication = LifeVerseFunction.running(
                        TriggerPublicationFunction.class, "Puts triggers in force, and back again.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem")
                        .on(triggers.arn()))
                .in(this, deployment);
        this.explanation = LifeVerseFunction.running(
                        TriggerExplanationFunction.class, "Says what an event means to a trigger.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:BatchGetItem").on(triggers.arn()))
                .in(this, deployment);
        this.breaker = LifeVerseFunction.running(
                        BreakerFunction.class, "Shows triggers that spent too fast, and lets them go on.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(triggers.arn()))
                .in(this, deployment);
        this.grant = LifeVerseFunction.running(GrantFunction.class, "Keeps the ledger of grants.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:PutItem").on(triggers.arn()))
                .in(this, deployment);
        this.grantList = LifeVerseFunction.running(GrantListFunction.class, "Enters lists of grants into the ledger.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(triggers.arn()))
                .within(Duration.seconds(60))
                .in(this, deployment);
        this.profile = LifeVerseFunction.running(ProfileFunction.class, "Keeps what game servers know of players.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(triggers.arn()))
                .in(this, deployment);
        this.profileEffect = LifeVerseFunction.running(
                        ProfileEffectFunction.class, "Tags players and counts for them, as triggers decide.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(triggers.arn()))
                .in(this, deployment);
        this.engineQueue = engine(deployment, bus, events);
        sweep(deployment);
        agreement(deployment);
        rewards(deployment, bus, events);
        new Outbox(this, "TriggersOutbox", deployment, triggers, bus);
    }

    /** What triggers have seen of players, and the ledger. */
    public ContextTable triggers() {
        return triggers;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("submitEvent", ingest),
                new Answer<>("listTriggers", catalogue),
                new Answer<>("readTrigger", catalogue),
                new Answer<>("readTriggerVersions", catalogue),
                new Answer<>("planTriggers", publication),
                new Answer<>("listTriggerPublications", publication),
                new Answer<>("publishTriggers", publication),
                new Answer<>("rollBackTriggers", publication),
                new Answer<>("explainTrigger", explanation),
                new Answer<>("readTriggerBreaker", breaker),
                new Answer<>("closeTriggerBreaker", breaker),
                new Answer<>("readProfile", profile),
                new Answer<>("changeProfile", profile));
    }

    /** Where events come in that triggers are to see. */
    public WorkQueue engineQueue() {
        return engineQueue;
    }

    /** Called by the workflow that carries out a decision. */
    public LifeVerseFunction grant() {
        return grant;
    }

    /** Called by the same workflow. */
    public LifeVerseFunction profileEffect() {
        return profileEffect;
    }

    /** Called by the workflow that makes the grants of a compensation. */
    public LifeVerseFunction grantList() {
        return grantList;
    }

    /** What time alone brings about; in production a minute late at most. */
    private void sweep(Deployment deployment) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "SweepQueue", patience);
        var function = LifeVerseFunction.running(
                        TriggerSweepFunction.class, "Sees to waits that are over and to firings that were held back.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(triggers.arn()))
                .may(Grant.of("dynamodb:Query").on(triggers.indexArn(DynamoTriggerStates.INDEX)))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        new Timetable(this, "Sweep", deployment.stage().sweeps(), queue, new DeadLetters(this, "SweepDeadLetters"));
    }

    /** How far versions agree is counted behind the stream: its second and last reader. */
    private void agreement(Deployment deployment) {
        var scope = new Construct(this, "Agreement");
        var feed = new StreamFeed(scope, triggers);
        var function = feed.to(LifeVerseFunction.running(
                        AgreementFunction.class, "Counts how far versions of triggers agree."))
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:UpdateItem").on(triggers.arn()))
                .within(Duration.seconds(30))
                .in(scope, deployment);
        feed.feed(function, COMPARED);
    }

    /** What live events owe is entered into the same ledger as what triggers give. */
    private void rewards(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "RewardQueue", patience);
        var function = LifeVerseFunction.running(
                        RewardFunction.class, "Enters what live events owe into the ledger of grants.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:PutItem").on(triggers.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        events.patternFiles("grant-ledger")
                .forEach((type, pattern) ->
                        Subscription.toQueue(this, "grant-ledger-of-" + type, bus.name(), pattern, queue));
    }

    /** One rule for all events and all triggers: the engine matches, a bus stops at 300 rules. */
    private WorkQueue engine(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "EngineQueue", patience);
        var function = LifeVerseFunction.running(TriggerEngineFunction.class, "Matches events and decides.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(triggers.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        Subscription.toQueue(this, "EngineEvents", bus.name(), events.patternFor("trigger-engine"), queue);
        var letters = queue.deadLetters();
        letters.feed(LifeVerseFunction.running(
                        EngineLetterKeepingFunction.class, "Takes events that failed to where staff find them.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:PutItem").on(triggers.arn()))
                .may(letters.toConsume())
                .in(this, deployment));
        return queue;
    }
}
