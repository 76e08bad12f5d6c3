package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.EventCatalogue;
import software.constructs.Construct;

/** The workflows that carry out what was decided. */
public final class WorkflowStack extends StageStack {
    public WorkflowStack(
            Construct app, Deployment deployment, Bus bus, EventCatalogue events, LifeVerseFunction grant) {
        super(app, deployment, "workflow", "Workflows that carry out decisions");
        var deadLetters = new DeadLetters(this, "DeadLetters");
        var webhooks = new Webhooks(this, "Webhooks", deployment, deadLetters);
        var effects = Workflow.express("trigger-effects")
                .filling("GrantFunction", grant.liveArn())
                .filling("Bus", bus.name())
                .filling("DeadLetters", deadLetters.url())
                .filling("WebhookDelivery", webhooks.delivery().liveArn())
                .filling("WorkflowsBefore", Workflow.before(this, deployment))
                .may(grant.toInvoke())
                .may(bus.toPublish())
                .may(deadLetters.toSend())
                .may(webhooks.delivery().toStart())
                .in(this, deployment);
        events.patternFiles("trigger-effects")
                .forEach((type, pattern) ->
                        Subscription.toWorkflow(this, "Effects-" + type, bus.name(), pattern, effects, deadLetters));
    }
}
