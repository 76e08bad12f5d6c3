package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.trigger.schedule.lambda.ScheduleFunction;
import com.lifeverse.trigger.schedule.lambda.ScheduleSweepFunction;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Schedules: the minute that sees to them, the workflows that they may start, and what staff ask of them. */
public final class ScheduleStack extends StageStack {
    private final SortedMap<String, Workflow> workflows = new TreeMap<>();
    private final LifeVerseFunction desk;

    /**
     * Makes the stack.
     *
     * @param triggers where schedules are published with the triggers, and where their ledger is
     */
    public ScheduleStack(Construct app, Deployment deployment, Bus bus, ContextTable triggers) {
        super(app, deployment, "schedule", "Schedules of events and workflows");
        workflows.put(
                "occasion",
                Workflow.standard("occasion")
                        .filling("Bus", bus.name())
                        .may(bus.toPublish())
                        .in(this, deployment));
        this.desk = starting(
                        LifeVerseFunction.running(
                                ScheduleFunction.class, "Shows schedules and their runs, and does what staff ask."),
                        triggers)
                .in(this, deployment);
        sweep(deployment, triggers);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("listSchedules", desk),
                new Answer<>("readSchedule", desk),
                new Answer<>("listUpcoming", desk),
                new Answer<>("listScheduleRuns", desk),
                new Answer<>("runSchedule", desk),
                new Answer<>("backfillSchedule", desk),
                new Answer<>("pauseSchedule", desk),
                new Answer<>("resumeSchedule", desk));
    }

    /** One schedule of AWS's for all of ours: a minute that does not come is made up for by the next. */
    private void sweep(Deployment deployment, ContextTable triggers) {
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "SweepQueue", patience);
        var function = starting(
                        LifeVerseFunction.running(
                                ScheduleSweepFunction.class, "Starts what schedules mean to start, each minute."),
                        triggers)
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function, 1);
        new Timetable(this, "Sweep", deployment.stage().sweeps(), queue, new DeadLetters(this, "DeadLetters"));
    }

    private LifeVerseFunction.Plan starting(LifeVerseFunction.Plan plan, ContextTable triggers) {
        plan.with("TRIGGERS_TABLE", triggers.name())
                .with(
                        "SCHEDULED_WORKFLOWS",
                        workflows.entrySet().stream()
                                .map(each ->
                                        each.getKey() + "=" + each.getValue().liveArn())
                                .collect(Collectors.joining(" ")))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem")
                        .on(triggers.arn()));
        workflows.values().forEach(workflow -> plan.may(workflow.toStart()).may(workflow.toFollow()));
        return plan;
    }
}
