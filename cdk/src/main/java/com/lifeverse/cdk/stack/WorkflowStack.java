package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** The workflows that carry out what was decided. */
public final class WorkflowStack extends StageStack {
    private final Workflow incidents;
    private final List<Answer<LifeVerseFunction>> answers = new ArrayList<>();

    public WorkflowStack(Construct app, Deployment deployment, Bus bus, EventCatalogue events, TriggerStack triggers) {
        super(app, deployment, "workflow", "Workflows that carry out decisions");
        var grant = triggers.grant();
        var profile = triggers.profileEffect();
        var deadLetters = new DeadLetters(this, "DeadLetters");
        var webhooks = new Webhooks(this, "Webhooks", deployment, deadLetters);
        var triggered = new Triggered(this, "Triggered", deployment, bus, triggers.triggers());
        this.incidents = triggered.incidents();
        var plan = Workflow.express("trigger-effects")
                .filling("GrantFunction", grant.liveArn())
                .filling("ProfileEffectFunction", profile.liveArn())
                .filling("Bus", bus.name())
                .filling("DeadLetters", deadLetters.url())
                .filling("WebhookDelivery", webhooks.delivery().liveArn())
                .filling("WorkflowsBefore", Workflow.before(this, deployment))
                .may(grant.toInvoke())
                .may(profile.toInvoke())
                .may(bus.toPublish())
                .may(deadLetters.toSend())
                .may(webhooks.delivery().toStart())
                .may(triggered.turn().toStart());
        triggered.started().forEach(workflow -> plan.may(workflow.toStart()));
        var effects = plan.in(this, deployment);
        events.patternFiles("trigger-effects")
                .forEach((type, pattern) ->
                        Subscription.toWorkflow(this, "Effects-" + type, bus.name(), pattern, effects, deadLetters));
        var letters =
                new Letters(this, "Letters", deployment, deadLetters, triggers, List.of(effects, webhooks.delivery()));
        var runs = new Runs(this, "Runs", deployment, triggers.triggers());
        answers.addAll(letters.answers());
        answers.addAll(runs.answers());
    }

    /** Has people see to an incident. */
    public Workflow incidents() {
        return incidents;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.copyOf(answers);
    }
}
