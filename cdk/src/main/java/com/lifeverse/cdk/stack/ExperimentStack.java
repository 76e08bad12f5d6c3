package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Outbox;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.liveops.experiment.lambda.ExperimentFunction;
import com.lifeverse.liveops.experiment.lambda.ExperimentSweepFunction;
import com.lifeverse.liveops.preview.lambda.LiveEventPreviewFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Experiments of live events: which player was shown what, and whether the groups came out as they should. */
public final class ExperimentStack extends StageStack {
    private final ContextTable experiments;
    private final LifeVerseFunction giver;
    private final LifeVerseFunction preview;

    /**
     * Makes it.
     *
     * @param events where live events are defined; it is only looked at
     * @param viewers where live events keep what they know of players; it is only looked at
     */
    public ExperimentStack(Construct app, Deployment deployment, ContextTable events, ContextTable viewers, Bus bus) {
        super(app, deployment, "experiment", "Experiments of live events");
        this.experiments = ContextTable.keyed("Experiments", "pk")
                .sortedBy("sk")
                .withStream()
                .in(this, deployment);
        this.giver = LifeVerseFunction.running(
                        ExperimentFunction.class, "Gives players their variants, and shows staff how groups came out.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("EXPERIMENTS_TABLE", experiments.name())
                .with("PARTICIPATIONS_TABLE", viewers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(Grant.of("dynamodb:GetItem").on(viewers.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query")
                        .on(experiments.arn()))
                .in(this, deployment);
        // Here, for it shows what players keep of experiments.
        this.preview = LifeVerseFunction.running(
                        LiveEventPreviewFunction.class, "Shows staff what a player would have, and why.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("EXPERIMENTS_TABLE", experiments.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(Grant.of("dynamodb:GetItem").on(experiments.arn()))
                .in(this, deployment);
        new Outbox(this, "ExperimentsOutbox", deployment, experiments, bus);
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "Queue", patience);
        var sweep = LifeVerseFunction.running(
                        ExperimentSweepFunction.class,
                        "Looks whether groups of experiments are as large as they should be.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("EXPERIMENTS_TABLE", experiments.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(Grant.of("dynamodb:Query").on(experiments.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(sweep, 1);
        new Timetable(this, "Again", "rate(1 hour)", queue, new DeadLetters(this, "DeadLetters"));
    }

    /** What each player was shown; to be exported and erased with all that is kept about them. */
    public ContextTable experiments() {
        return experiments;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("readLiveEventExperiment", giver),
                new Answer<>("readLiveEventExperimentFigures", giver),
                new Answer<>("previewLiveEvents", preview));
    }
}
