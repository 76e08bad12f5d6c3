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
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.liveops.participation.lambda.ParticipationDataFunction;
import com.lifeverse.session.aws.About;
import com.lifeverse.session.rights.lambda.DataErasureFunction;
import com.lifeverse.session.rights.lambda.DataExportFunction;
import com.lifeverse.session.rights.lambda.DataRequestFunction;
import com.lifeverse.trigger.lambda.TriggerDataFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** Data rights: what is kept about a player is exported or erased, wherever it is. */
public final class RightsStack extends StageStack {
    /** Every table that has something about players; a new one is added here, or a test finds what is left in it. */
    public record Tables(
            ContextTable players,
            ContextTable live,
            ContextTable past,
            ContextTable notices,
            ContextTable groups,
            ContextTable triggers,
            ContextTable experiments,
            ContextTable participations) {}

    private static final Duration PATIENCE = Duration.seconds(60);

    private final Tables tables;
    private final ContextTable rights;
    private final Bucket exports;
    private final LifeVerseFunction request;

    public RightsStack(Construct app, Deployment deployment, Tables tables, Bus bus, EventCatalogue events) {
        super(app, deployment, "rights", "Exports and erasures of what is kept about players");
        this.tables = tables;
        this.rights =
                ContextTable.keyed("Rights", "pk").sortedBy("sk").withStream().in(this, deployment);
        this.exports = PrivateBucket.forgetting(this, "Exports", Duration.days(1));
        this.request = request(deployment);
        var triggers = triggers(deployment);
        var participations = participations(deployment);
        var deadLetters = new DeadLetters(this, "DeadLetters");
        var erasure = erasure(deployment);
        start(
                Workflow.standard("data-erasure")
                        .filling("DataErasureFunction", erasure.liveArn())
                        .filling("TriggerDataFunction", triggers.liveArn())
                        .filling("ParticipationDataFunction", participations.liveArn())
                        .may(erasure.toInvoke())
                        .may(triggers.toInvoke())
                        .may(participations.toInvoke())
                        .in(this, deployment),
                "data-erasure",
                bus,
                events,
                deadLetters);
        var export = export(deployment);
        start(
                Workflow.standard("data-export")
                        .filling("DataExportFunction", export.liveArn())
                        .filling("TriggerDataFunction", triggers.liveArn())
                        .filling("ParticipationDataFunction", participations.liveArn())
                        .may(export.toInvoke())
                        .may(triggers.toInvoke())
                        .may(participations.toInvoke())
                        .in(this, deployment),
                "data-export",
                bus,
                events,
                deadLetters);
        new Outbox(this, "RightsOutbox", deployment, rights, bus);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("askForExport", request),
                new Answer<>("readExport", request),
                new Answer<>("readExportPart", request),
                new Answer<>("askForErasure", request),
                new Answer<>("readErasure", request),
                new Answer<>("askForPlayersExport", request),
                new Answer<>("askForPlayersErasure", request),
                new Answer<>("readDataRequests", request));
    }

    private void start(Workflow workflow, String name, Bus bus, EventCatalogue events, DeadLetters deadLetters) {
        events.patternFiles(name)
                .forEach((type, pattern) -> Subscription.toWorkflow(
                        this, name + "-of-" + type, bus.name(), pattern, workflow, deadLetters));
    }

    private LifeVerseFunction request(Deployment deployment) {
        return LifeVerseFunction.running(DataRequestFunction.class, "Takes requests for exports and erasures.")
                .with("LIVE_TABLE", tables.live().name())
                .with("PLAYERS_TABLE", tables.players().name())
                .with("RIGHTS_TABLE", rights.name())
                .with("EXPORT_BUCKET", exports.getBucketName())
                .with("LOG_DAYS", Integer.toString(deployment.stage().logDays()))
                .may(Grant.of("dynamodb:GetItem")
                        .on(tables.live().arn(), tables.players().arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(rights.arn()))
                .may(Grant.of("s3:GetObject").on(exports.arnForObjects("exports/*")))
                .in(this, deployment);
    }

    private LifeVerseFunction triggers(Deployment deployment) {
        var triggers = tables.triggers();
        return LifeVerseFunction.running(
                        TriggerDataFunction.class, "Exports and erases what triggers keep of a player.")
                .with("TRIGGERS_TABLE", triggers.name())
                .with("EXPORT_BUCKET", exports.getBucketName())
                .may(Grant.of("dynamodb:Query", "dynamodb:BatchWriteItem", "dynamodb:PutItem")
                        .on(triggers.arn()))
                .may(Grant.of("s3:PutObject").on(exports.arnForObjects("exports/*")))
                .within(PATIENCE)
                .in(this, deployment);
    }

    private LifeVerseFunction participations(Deployment deployment) {
        var participations = tables.participations();
        return LifeVerseFunction.running(
                        ParticipationDataFunction.class, "Exports and erases where a player took part in live events.")
                .with("PARTICIPATIONS_TABLE", participations.name())
                .with("EXPORT_BUCKET", exports.getBucketName())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchWriteItem")
                        .on(participations.arn()))
                .may(Grant.of("s3:PutObject").on(exports.arnForObjects("exports/*")))
                .within(PATIENCE)
                .in(this, deployment);
    }

    private LifeVerseFunction erasure(Deployment deployment) {
        return stores(LifeVerseFunction.running(DataErasureFunction.class, "Erases what is kept about a player."))
                .may(Grant.of("dynamodb:BatchWriteItem")
                        .on(
                                tables.players().arn(),
                                tables.past().arn(),
                                tables.notices().arn(),
                                tables.groups().arn(),
                                tables.experiments().arn()))
                // Ends the sessions, and in one transaction takes away what opens the player.
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .on(tables.live().arn(), tables.players().arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem")
                        .on(tables.groups().arn()))
                .may(Grant.of("dynamodb:Query").on(tables.players().indexArn(About.INDEX)))
                .may(Grant.of("s3:ListBucket").on(exports.getBucketArn()))
                .may(Grant.of("s3:DeleteObject").on(exports.arnForObjects("exports/*")))
                .within(PATIENCE)
                .in(this, deployment);
    }

    private LifeVerseFunction export(Deployment deployment) {
        return stores(LifeVerseFunction.running(DataExportFunction.class, "Collects what is kept about a player."))
                .may(Grant.of("s3:PutObject").on(exports.arnForObjects("exports/*")))
                .within(PATIENCE)
                .in(this, deployment);
    }

    private LifeVerseFunction.Plan stores(LifeVerseFunction.Plan plan) {
        return plan.with("PLAYERS_TABLE", tables.players().name())
                .with("LIVE_TABLE", tables.live().name())
                .with("HISTORY_TABLE", tables.past().name())
                .with("NOTICES_TABLE", tables.notices().name())
                .with("GROUPS_TABLE", tables.groups().name())
                .with("EXPERIMENTS_TABLE", tables.experiments().name())
                .with("RIGHTS_TABLE", rights.name())
                .with("EXPORT_BUCKET", exports.getBucketName())
                .may(Grant.of("dynamodb:Query")
                        .on(
                                tables.players().arn(),
                                tables.live().arn(),
                                tables.past().arn(),
                                tables.notices().arn(),
                                tables.groups().arn(),
                                tables.experiments().arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(rights.arn()));
    }
}
