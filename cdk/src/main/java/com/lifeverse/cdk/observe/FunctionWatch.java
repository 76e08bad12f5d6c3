package com.lifeverse.cdk.observe;

import com.lifeverse.liveops.desk.lambda.LiveEventApprovalFunction;
import com.lifeverse.liveops.experiment.lambda.ExperimentSweepFunction;
import com.lifeverse.liveops.flip.lambda.FlipReport;
import com.lifeverse.liveops.flip.lambda.FlipSweepFunction;
import com.lifeverse.trigger.lambda.TriggerEngineFunction;
import com.lifeverse.trigger.lambda.TriggerSweepFunction;
import com.lifeverse.trigger.schedule.lambda.ScheduleReport;
import com.lifeverse.trigger.schedule.lambda.ScheduleSweepFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnFunction;

/** Functions: whether they answer, in time, and whether Lambda lets them. */
final class FunctionWatch {
    /** Of a function's time-out: who waits that long is about to wait in vain. */
    private static final double TOO_LONG = 0.8;

    private FunctionWatch() {}

    static Watch of(CfnFunction function, String name) {
        var curve = Curve.of("AWS/Lambda", "FunctionName", function.getRef());
        double timeout = Objects.requireNonNull(function.getTimeout(), "functions of ours state their time-out")
                        .doubleValue()
                * 1_000;
        var alerts = new ArrayList<>(List.of(
                new Alert(
                        "errors",
                        "More than one call of a hundred failed or ran out of time. Look at the ERROR lines of its log.",
                        curve.percent("errors %", "Errors", "Invocations"),
                        1,
                        3),
                new Alert(
                        "throttles",
                        "Lambda refuses calls. Look at the account's concurrency and at what is reserved.",
                        curve.sum("Throttles"),
                        0,
                        3),
                new Alert(
                        "slow",
                        "One call of a hundred takes more than 80 % of the time-out. Look at what it calls.",
                        curve.percentile99("Duration"),
                        TOO_LONG * timeout,
                        3)));
        if (TriggerEngineFunction.class.getName().equals(function.getHandler())) {
            alerts.addAll(ofTriggers(function));
            alerts.add(ofBreakers(function));
        }
        if (TriggerSweepFunction.class.getName().equals(function.getHandler())) {
            alerts.add(ofBreakers(function));
        }
        if (LiveEventApprovalFunction.class.getName().equals(function.getHandler())) {
            alerts.add(ofReviews(function));
        }
        if (ScheduleSweepFunction.class.getName().equals(function.getHandler())) {
            alerts.addAll(ofSchedules(function));
        }
        if (FlipSweepFunction.class.getName().equals(function.getHandler())) {
            alerts.addAll(ofFlips(function));
        }
        if (ExperimentSweepFunction.class.getName().equals(function.getHandler())) {
            alerts.add(ofExperiments(function));
        }
        var panel = Panel.of("Functions", name, curve.sum("Invocations"), curve.sum("Errors"), curve.sum("Throttles"))
                .against(curve.percentile99("Duration"), curve.most("ConcurrentExecutions"));
        return new Watch(alerts, List.of(panel));
    }

    private static Alert ofReviews(CfnFunction approval) {
        var curve = Curve.of(LiveEventApprovalFunction.METRICS, "FunctionName", approval.getRef());
        return new Alert(
                "unanswered reviews",
                "Nobody has answered about a live event that waits for approval, and it lapses. ./dev runs list live-event-approval names"
                        + " it; docs/runbooks/live-event.md.",
                curve.sum(LiveEventApprovalFunction.UNANSWERED),
                0,
                1);
    }

    private static List<Alert> ofSchedules(CfnFunction sweep) {
        var curve = Curve.of(ScheduleReport.METRICS, "FunctionName", sweep.getRef());
        return List.of(
                Alert.ofSilence(
                        "silent",
                        "Nobody has looked at the schedules for half an hour, so that nothing starts. Look at EventBridge Scheduler, the"
                                + " queue and the function; once it looks again, it catches up by itself.",
                        curve.sum(ScheduleReport.LOOKS)
                                .with(MetricOptions.builder()
                                        .period(Duration.minutes(30))
                                        .build())),
                new Alert(
                        "late runs",
                        "Runs began a quarter of an hour late or more. The lines of the log name them; docs/runbooks/schedules.md.",
                        curve.sum(ScheduleReport.LATE),
                        0,
                        1),
                new Alert(
                        "missed times",
                        "Times were over longer ago than their schedules make up for. The run-missed lines of the log name them; a backfill"
                                + " makes up for them.",
                        curve.sum(ScheduleReport.MISSED),
                        0,
                        1),
                new Alert(
                        "failing schedules",
                        "A schedule cannot be seen to, so that nothing of it starts. The ERROR lines of the log name it.",
                        curve.sum(ScheduleReport.FAILED),
                        0,
                        3));
    }

    private static Alert ofBreakers(CfnFunction decider) {
        return new Alert(
                "breakers",
                "A trigger spent too fast, and is held. The held-by-breaker lines of the log name it; docs/runbooks/breakers.md.",
                Curve.of(TriggerEngineFunction.METRICS, "FunctionName", decider.getRef())
                        .sum(TriggerEngineFunction.HELD_BY_BREAKERS),
                0,
                1);
    }

    private static Alert ofExperiments(CfnFunction sweep) {
        return new Alert(
                "sample ratio",
                "Groups of an experiment are not as large as their shares say, and chance would hardly do that: what they did must not be"
                        + " compared. The sample-ratio-mismatch lines of the log name it; docs/runbooks/live-event.md.",
                Curve.of(ExperimentSweepFunction.METRICS, "FunctionName", sweep.getRef())
                        .sum(ExperimentSweepFunction.MISMATCHES),
                0,
                1);
    }

    private static List<Alert> ofFlips(CfnFunction sweep) {
        var curve = Curve.of(FlipReport.METRICS, "FunctionName", sweep.getRef());
        return List.of(
                Alert.ofSilence(
                        "silent",
                        "Nobody has looked at live events for half an hour, so that nothing follows from their phases. Look at EventBridge"
                                + " Scheduler, the queue and the function; once it looks again, it catches up by itself.",
                        curve.sum(FlipReport.LOOKS)
                                .with(MetricOptions.builder()
                                        .period(Duration.minutes(30))
                                        .build())),
                new Alert(
                        "late flips",
                        "Phases of live events were told a quarter of an hour late or more. The flip-told lines of the log name them;"
                                + " docs/runbooks/live-event.md.",
                        curve.sum(FlipReport.LATE),
                        0,
                        1),
                new Alert(
                        "failing events",
                        "A live event cannot be seen to, so that nothing follows from its phases. The ERROR lines of the log name it.",
                        curve.sum(FlipReport.FAILED),
                        0,
                        3));
    }

    private static List<Alert> ofTriggers(CfnFunction engine) {
        var curve = Curve.of(TriggerEngineFunction.METRICS, "FunctionName", engine.getRef());
        return List.of(
                new Alert(
                        "loops",
                        "Triggers set each other off, and were stopped at the last hop. The loop-stopped lines of the log name them;"
                                + " ./dev triggers rollback takes the last publication back.",
                        curve.sum(TriggerEngineFunction.LOOPS_STOPPED),
                        0,
                        1),
                new Alert(
                        "unreadable triggers",
                        "This version cannot read triggers that are in force, and leaves them out. The trigger-unreadable lines of the"
                                + " log name them; publish them anew, or roll the deployment back.",
                        curve.sum(TriggerEngineFunction.UNREADABLE),
                        0,
                        1));
    }
}
