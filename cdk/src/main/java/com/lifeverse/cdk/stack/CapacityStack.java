package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.liveops.capacity.lambda.CapacityFunction;
import com.lifeverse.liveops.capacity.lambda.CapacitySweepFunction;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** What live events ask for stands ready ahead of them, and is taken back after them. */
public final class CapacityStack extends StageStack {
    /**
     * What may stand ready, and is called so in the policy {@code capacity}.
     *
     * @param signIn signs players in
     * @param timeline shows players the timeline
     * @param live the table that each sign-in and each renewal writes to
     */
    public record Targets(LifeVerseFunction signIn, LifeVerseFunction timeline, ContextTable live) {}

    /**
     * Makes the stack.
     *
     * @param events where live events are defined
     */
    public CapacityStack(Construct app, Deployment deployment, ContextTable events, Targets targets) {
        super(app, deployment, "capacity", "What stands ready for live events");
        var look = LifeVerseFunction.running(
                        CapacityFunction.class, "Says what has to stand ready for live events now.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .in(this, deployment);
        var plan = Workflow.standard("capacity-ramp")
                .filling("CapacityFunction", look.liveArn())
                .filling("SignInFunctionName", name(targets.signIn()))
                .filling("TimelineFunctionName", name(targets.timeline()))
                .filling("LiveTable", targets.live().name())
                .may(look.toInvoke())
                .may(Grant.of("dynamodb:DescribeTable", "dynamodb:UpdateTable")
                        .on(targets.live().arn()));
        ready(plan, targets.signIn());
        ready(plan, targets.timeline());
        sweep(deployment, events, plan.in(this, deployment));
    }

    /** Blank where the stage has none of its instances stand ready: then the workflow leaves it alone. */
    private static String name(LifeVerseFunction function) {
        return function.isReadied() ? function.functionName() : "";
    }

    private static void ready(Workflow.Plan plan, LifeVerseFunction function) {
        if (function.isReadied()) {
            plan.may(function.toReady());
        }
    }

    /** A sweep that does not come is made up for by the next. */
    private void sweep(Deployment deployment, ContextTable events, Workflow ramp) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "Queue", patience);
        var function = LifeVerseFunction.running(
                        CapacitySweepFunction.class, "Starts the runs that see to what stands ready for live events.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("CAPACITY_WORKFLOW", ramp.liveArn())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query").on(events.arn()))
                .may(ramp.toStart())
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        new Timetable(this, "Sweep", deployment.stage().sweeps(), queue, new DeadLetters(this, "DeadLetters"));
    }
}
