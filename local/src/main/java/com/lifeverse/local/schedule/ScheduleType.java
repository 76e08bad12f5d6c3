package com.lifeverse.local.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.queue.HeldProperties;
import com.lifeverse.local.queue.JsonText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Scheduler::Schedule} with {@code rate(…)} or {@code at(…)}, fired to the second. */
public final class ScheduleType implements ResourceType {
    private static final HeldProperties PROPERTIES = new HeldProperties(
            Set.of(
                    "Name",
                    "GroupName",
                    "ScheduleExpression",
                    "ScheduleExpressionTimezone",
                    "StartDate",
                    "State",
                    "FlexibleTimeWindow",
                    "Target"),
            Set.of("Description", "KmsKeyArn", "ActionAfterCompletion"));
    private static final HeldProperties TARGET =
            new HeldProperties(Set.of("Arn", "RoleArn", "Input", "RetryPolicy", "DeadLetterConfig"), Set.of());

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
        PROPERTIES.check(declaration);
        var properties = declaration.properties();
        var window = properties.path("FlexibleTimeWindow").path("Mode").asText("OFF");
        if (!window.equals("OFF")) {
            throw new UnsupportedProperty(declaration, "FlexibleTimeWindow.Mode", window);
        }
        var text = properties.path("ScheduleExpression").asText();
        if (text.startsWith("cron(")) {
            throw new UnsupportedProperty(declaration, "ScheduleExpression", text);
        }
        var zone = properties.path("ScheduleExpressionTimezone").asText("UTC");
        var schedule = new Schedule(
                properties.path("GroupName").asText(Schedule.DEFAULT_GROUP),
                properties.path("Name").asText(declaration.generatedName()),
                text + " " + zone,
                ScheduleExpression.parse(text, ZoneId.of(zone)),
                text(properties.path("StartDate")).map(Instant::parse),
                properties.path("State").asText("ENABLED").equals("ENABLED"),
                target(declaration, properties.path("Target")));
        schedules.put(schedule);
        return new Provisioned(schedule.name(), Map.of("Arn", schedule.arn()));
    }

    private static Schedule.Target target(Declaration declaration, JsonNode target) {
        TARGET.check(declaration, "Target.", target);
        var arn = target.path("Arn").asText();
        if (arn.startsWith("arn:aws:scheduler:::")) {
            throw new UnsupportedProperty(declaration, "Target.Arn", "universal targets are not: " + arn);
        }
        var input = text(target.path("Input"));
        input.ifPresent(json -> {
            if (JsonText.parse(json).isEmpty()) {
                throw new UnsupportedProperty(declaration, "Target.Input", "it has to be JSON");
            }
            if (json.contains("<aws.scheduler.attempt-number>")) {
                throw new UnsupportedProperty(declaration, "Target.Input", "<aws.scheduler.attempt-number>");
            }
        });
        return new Schedule.Target(
                arn,
                target.path("RoleArn").asText(),
                input,
                RetryPolicy.of(target.path("RetryPolicy")),
                text(target.path("DeadLetterConfig").path("Arn")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
