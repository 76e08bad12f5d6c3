package com.lifeverse.cdk.construct;

import java.util.List;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Starts a workflow, or feeds a queue, again and again. A start that fails for 24 hours goes to the dead letters. The input tells the run when
 * it was meant to start.
 */
public final class Timetable extends Construct {
    private final CfnSchedule schedule;

    /**
     * Makes the schedule.
     *
     * @param expression cron, in UTC
     */
    public Timetable(Construct scope, String id, String expression, Workflow workflow, DeadLetters deadLetters) {
        this(scope, id, expression, workflow.liveArn(), workflow.toStart(), deadLetters, "");
    }

    /**
     * As the other, through a queue: what fails is tried again there and waits with its dead letters, where an event that
     * Lambda takes by itself would be lost.
     *
     * @param expression rate or cron, in UTC
     */
    public Timetable(Construct scope, String id, String expression, WorkQueue queue, DeadLetters deadLetters) {
        this(scope, id, expression, queue.arn(), queue.toSend(), deadLetters, "");
    }

    /** As the other; the message says one of several segments, too. */
    public Timetable(
            Construct scope, String id, String expression, WorkQueue queue, int segment, DeadLetters deadLetters) {
        this(scope, id, expression, queue.arn(), queue.toSend(), deadLetters, ",\"segment\":" + segment);
    }

    private Timetable(
            Construct scope,
            String id,
            String expression,
            String targetArn,
            Grant toStart,
            DeadLetters deadLetters,
            String more) {
        super(scope, id);
        var role = ServiceRole.of(this, "Role", "scheduler", List.of(toStart, deadLetters.toSend()));
        this.schedule = CfnSchedule.Builder.create(this, "Schedule")
                .scheduleExpression(expression)
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(targetArn)
                        .roleArn(role.getRoleArn())
                        .input("{\"intendedAt\":\"<aws.scheduler.scheduled-time>\"" + more + "}")
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(86_400)
                                .maximumRetryAttempts(185)
                                .build())
                        .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(deadLetters.arn())
                                .build())
                        .build())
                .build();
    }

    /** Has the deployment make the schedule only when that is there; the role is made early, and known when it is needed. */
    public void startAfter(IDependable first) {
        schedule.getNode().addDependency(first);
    }
}
