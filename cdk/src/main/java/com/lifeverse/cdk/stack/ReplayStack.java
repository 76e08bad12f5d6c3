package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.EventArchive;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.trigger.lambda.EventReplayFunction;
import com.lifeverse.trigger.lambda.EventReplayRequestFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Tells the trigger engine archived events again, when an operator asks for it. */
public final class ReplayStack extends StageStack {
    private final LifeVerseFunction request;

    public ReplayStack(Construct app, Deployment deployment, EventArchive archive, ContextTable triggers) {
        super(app, deployment, "replay", "Archived events told again");
        var bucket = archive.bucket();
        var replay = LifeVerseFunction.running(EventReplayFunction.class, "Tells the engine archived events again.")
                .with("ARCHIVE_BUCKET", bucket.getBucketName())
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("s3:GetObject").on(bucket.arnForObjects("events/*")))
                .may(Grant.of("s3:ListBucket").on(bucket.getBucketArn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(triggers.arn()))
                .within(Duration.minutes(5))
                .in(this, deployment);
        var workflow = Workflow.standard("event-replay")
                .filling("EventReplayFunction", replay.liveArn())
                .may(replay.toInvoke())
                .in(this, deployment);
        this.request = LifeVerseFunction.running(
                        EventReplayRequestFunction.class, "Has archived events told again when operators ask for it.")
                .with("REPLAY_WORKFLOW", workflow.liveArn())
                .may(workflow.toStart())
                .in(this, deployment);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(new Answer<>("replayEvents", request));
    }
}
