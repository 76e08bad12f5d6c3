package com.lifeverse.local.schedule;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Scheduler::Schedule} with {@code rate(…)} or {@code at(…)}, fired to the second. */
public final class ScheduleType implements ResourceType {
    private static final Set<String> HELD = Set.of(
            "Name",
            "GroupName",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "StartDate",
            "State",
            "FlexibleTimeWindow",
            "Target");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "KmsKeyArn", "ActionAfterCompletion");
    private static final Set<String> TARGET = Set.of("Arn", "RoleArn", "Input", "RetryPolicy", "DeadLetterConfig");

    private final Schedules schedules;

    public ScheduleType(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String name() {
        return "AWS::Scheduler::Schedule";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties
                .within("FlexibleTimeWindow", Set.of("Mode", "MaximumWindowInMinutes"))
                .allowOnly("Mode", "OFF");
        var text = properties.required("ScheduleExpression");
        var zone = properties.text("ScheduleExpressionTimezone").orElse("UTC");
        var schedule = new Schedule(
                properties.text("GroupName").orElse(Schedule.DEFAULT_GROUP),
                properties.nameFrom("Name"),
                text + " " + zone,
                ScheduleExpression.parse(text, ZoneId.of(zone)),
                properties.text("StartDate").map(Instant::parse),
                properties.text("State").orElse("ENABLED").equals("ENABLED"),
                target(properties.within("Target", TARGET)));
        schedules.put(schedule);
        return new Provisioned(schedule.name(), Map.of("Arn", schedule.arn()));
    }

    private static Schedule.Target target(DeclaredProperties target) {
        var arn = target.required("Arn");
        if (arn.startsWith("arn:aws:scheduler:::")) {
            throw target.refusal("Arn", "universal targets are not: " + arn);
        }
        var input = target.text("Input");
        input.ifPresent(json -> {
            if (Json.parse(json).isEmpty()) {
                throw target.refusal("Input", "it has to be JSON");
            }
            if (json.contains("<aws.scheduler.attempt-number>")) {
                throw target.refusal("Input", "<aws.scheduler.attempt-number>");
            }
        });
        return new Schedule.Target(
                arn,
                target.required("RoleArn"),
                input,
                RetryPolicy.of(target.node("RetryPolicy")),
                target.within("DeadLetterConfig", Set.of("Arn")).text("Arn"));
    }
}
