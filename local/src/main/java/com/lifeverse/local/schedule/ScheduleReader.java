package com.lifeverse.local.schedule;

import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.kernel.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** Reads a schedule as templates and CreateSchedule say it, which is the same. */
final class ScheduleReader {
    /** All that a schedule is made of. */
    static final Set<String> HELD = Set.of(
            "Name",
            "GroupName",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "StartDate",
            "EndDate",
            "State",
            "FlexibleTimeWindow",
            "ActionAfterCompletion",
            "Target");

    static final Set<String> WITHOUT_MEANING = Set.of("Description", "KmsKeyArn", "ClientToken");
    private static final Set<String> TARGET = Set.of("Arn", "RoleArn", "Input", "RetryPolicy", "DeadLetterConfig");
    private static final int LONGEST_WINDOW = 1_440;

    private ScheduleReader() {}

    static Schedule read(DeclaredProperties properties, String name) {
        var text = properties.required("ScheduleExpression");
        var zone = properties.text("ScheduleExpressionTimezone").orElse("UTC");
        return new Schedule(
                properties.text("GroupName").orElse(Schedule.DEFAULT_GROUP),
                name,
                text + " " + zone,
                ScheduleExpression.parse(text, zone(properties, zone)),
                new Schedule.Bounds(
                        properties.text("StartDate").map(Instant::parse),
                        properties.text("EndDate").map(Instant::parse)),
                window(properties.within("FlexibleTimeWindow", Set.of("Mode", "MaximumWindowInMinutes"))),
                properties.text("ActionAfterCompletion").orElse("NONE").equals("DELETE"),
                properties.text("State").orElse("ENABLED").equals("ENABLED"),
                target(properties.within("Target", TARGET)));
    }

    private static ZoneId zone(DeclaredProperties properties, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw properties.refusal("ScheduleExpressionTimezone", "there is no zone " + zone);
        }
    }

    private static Duration window(DeclaredProperties window) {
        return switch (window.required("Mode")) {
            case "OFF" -> Duration.ZERO;
            case "FLEXIBLE" -> {
                int minutes = window.number("MaximumWindowInMinutes").orElse(0);
                if (minutes < 1 || minutes > LONGEST_WINDOW) {
                    throw window.refusal("MaximumWindowInMinutes", "it is 1 to 1440");
                }
                yield Duration.ofMinutes(minutes);
            }
            default -> throw window.refusal("Mode", "it is OFF or FLEXIBLE");
        };
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
