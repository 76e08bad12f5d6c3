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
import com.lifeverse.liveops.compensation.lambda.CompensationFunction;
import com.lifeverse.liveops.compensation.lambda.CompensationStartFunction;
import com.lifeverse.liveops.compensation.lambda.CompensationTaskFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** Compensations: plans of grants that two people agree on, and the runs that make the grants. */
public final class CompensationStack extends StageStack {
    private final ContextTable compensations;
    private final Bucket files;
    private final LifeVerseFunction desk;

    /**
     * Makes the stack.
     *
     * @param grants enters lines into the ledger of grants
     */
    public CompensationStack(
            Construct app, Deployment deployment, Bus bus, EventCatalogue types, LifeVerseFunction grants) {
        super(app, deployment, "compensation", "Compensations: plans of grants, their approval, and their runs");
        this.compensations = ContextTable.keyed("Compensations", "pk")
                .sortedBy("sk")
                .withStream()
                .in(this, deployment);
        new Outbox(this, "CompensationsOutbox", deployment, compensations, bus);
        // Lines name players. A run that failed can be redriven for so long; what is closed or refused takes them away
        // itself.
        this.files = PrivateBucket.forgetting(this, "CompensationFiles", Duration.days(14));
        this.desk = LifeVerseFunction.running(
                        CompensationFunction.class, "Takes plans of compensations, and what is decided about them.")
                .with("COMPENSATIONS_TABLE", compensations.name())
                .with("COMPENSATION_BUCKET", files.getBucketName())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
                        .on(compensations.arn()))
                .may(Grant.of("s3:PutObject", "s3:DeleteObject").on(files.arnForObjects("plans/*")))
                .within(Duration.seconds(29))
                .in(this, deployment);
        start(deployment, bus, types, run(deployment, grants));
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("listCompensations", desk),
                new Answer<>("submitCompensation", desk),
                new Answer<>("readCompensation", desk),
                new Answer<>("approveCompensation", desk),
                new Answer<>("rejectCompensation", desk),
                new Answer<>("recallCompensation", desk));
    }

    private Workflow run(Deployment deployment, LifeVerseFunction grants) {
        var tasks = LifeVerseFunction.running(
                        CompensationTaskFunction.class, "Carries out compensations, step by step.")
                .with("COMPENSATIONS_TABLE", compensations.name())
                .with("COMPENSATION_BUCKET", files.getBucketName())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
                        .on(compensations.arn()))
                .may(Grant.of("s3:GetObject", "s3:DeleteObject").on(files.arnForObjects("plans/*")))
                // Without it a file that is not there is a file that one may not read.
                .may(Grant.of("s3:ListBucket").on(files.getBucketArn()))
                .within(Duration.seconds(55))
                .in(this, deployment);
        return Workflow.standard("compensation")
                .filling("CompensationTaskFunction", tasks.liveArn())
                .filling("GrantListFunction", grants.liveArn())
                .filling("CompensationBucket", files.getBucketName())
                .withChildren()
                .may(tasks.toInvoke())
                .may(grants.toInvoke())
                .may(Grant.of("s3:GetObject").on(files.arnForObjects("plans/*")))
                .may(Grant.of("s3:GetObject", "s3:PutObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload")
                        .on(files.arnForObjects("results/*")))
                .in(this, deployment);
    }

    private void start(Deployment deployment, Bus bus, EventCatalogue types, Workflow run) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "CompensationQueue", patience);
        var function = LifeVerseFunction.running(
                        CompensationStartFunction.class, "Starts the runs of compensations that were approved.")
                .with("COMPENSATION_WORKFLOW", run.liveArn())
                .may(run.toStart())
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        types.patternFiles("compensation")
                .forEach((type, pattern) ->
                        Subscription.toQueue(this, "compensation-of-" + type, bus.name(), pattern, queue));
    }
}
