package com.lifeverse.local.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.kernel.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** How the names of operations begin that Scheduler does not call, since they only read. */
    private static final Pattern READING = Pattern.compile(
            "get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|batchGet|"
                    + "batchDescribe|batchRead|transactGet|adminGet|adminList|testMigration|retrieve|testConnection|"
                    + "translateDocument|isAuthorized|invokeModel");

    private static final int LONGEST_WINDOW = 1_440;

    private ScheduleReader() {}

    static Schedule read(DeclaredProperties properties, String name) {
        var text = properties.required("ScheduleExpression");
        var zone = properties.text("ScheduleExpressionTimezone").orElse("UTC");
        return new Schedule(
                properties.text("GroupName").orElse(Schedule.DEFAULT_GROUP),
                name,
                text + " " + zone,
                ScheduleExpression.parse(text, zone(zone)),
                bounds(properties),
                window(properties.within("FlexibleTimeWindow", Set.of("Mode", "MaximumWindowInMinutes"))),
                properties.text("ActionAfterCompletion").orElse("NONE").equals("DELETE"),
                properties.text("State").orElse("ENABLED").equals("ENABLED"),
                target(properties.within("Target", TARGET)),
                request(properties));
    }

    private static ObjectNode request(DeclaredProperties properties) {
        var request = Json.object();
        for (var name : HELD.stream().sorted().toList()) {
            if (!properties.node(name).isMissingNode()) {
                request.set(name, properties.node(name));
            }
        }
        properties.text("Description").ifPresent(description -> request.put("Description", description));
        return request;
    }

    private static Schedule.Bounds bounds(DeclaredProperties properties) {
        var bounds = new Schedule.Bounds(
                properties.text("StartDate").map(Instant::parse),
                properties.text("EndDate").map(Instant::parse));
        if (bounds.start().isPresent()
                && bounds.end().filter(bounds.start().get()::isBefore).isEmpty()
                && bounds.end().isPresent()) {
            throw properties.refusal("EndDate", "it has to be after StartDate");
        }
        return bounds;
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw SchedulerRefusals.refused(
                    400, "ValidationException", "Invalid ScheduleExpressionTimezone " + zone + ".", e);
        }
    }

    private static Duration window(DeclaredProperties window) {
        return switch (window.required("Mode")) {
            case "OFF" -> Duration.ZERO;
            case "FLEXIBLE" -> {
                int minutes = window.number("MaximumWindowInMinutes").orElse(0);
                SchedulerRefusals.requireBetween(
                        "flexibleTimeWindow.maximumWindowInMinutes", minutes, 1, LONGEST_WINDOW);
                yield Duration.ofMinutes(minutes);
            }
            default ->
                throw SchedulerRefusals.constraint(
                        window.required("Mode"),
                        "flexibleTimeWindow.mode",
                        "Member must satisfy enum value set: [OFF, FLEXIBLE]");
        };
    }

    private static Schedule.Target target(DeclaredProperties target) {
        var arn = target.required("Arn");
        boolean isUniversal = arn.startsWith(Schedule.UNIVERSAL);
        if (isUniversal
                && READING.matcher(arn.substring(arn.lastIndexOf(':') + 1)).lookingAt()) {
            throw target.refusal("Arn", "operations that only read are no targets: " + arn);
        }
        var input = target.text("Input");
        input.ifPresent(json -> {
            if (Json.parse(json).isEmpty()) {
                throw target.refusal("Input", "it has to be JSON");
            }
        });
        if (isUniversal && input.flatMap(Json::parse).filter(JsonNode::isObject).isEmpty()) {
            throw target.refusal("Input", "it has to be the request of " + arn);
        }
        return new Schedule.Target(
                arn,
                target.required("RoleArn"),
                input,
                policy(target),
                target.within("DeadLetterConfig", Set.of("Arn")).text("Arn"));
    }

    private static RetryPolicy policy(DeclaredProperties target) {
        var policy = target.node("RetryPolicy");
        SchedulerRefusals.requireBetween(
                "target.retryPolicy.maximumRetryAttempts",
                policy.path("MaximumRetryAttempts").asLong(0),
                0,
                RetryPolicy.DEFAULT.maximumRetries());
        SchedulerRefusals.requireBetween(
                "target.retryPolicy.maximumEventAgeInSeconds",
                policy.path("MaximumEventAgeInSeconds").asLong(RetryPolicy.SHORTEST_AGE),
                RetryPolicy.SHORTEST_AGE,
                RetryPolicy.DEFAULT.maximumAge().toSeconds());
        return RetryPolicy.of(policy);
    }
}
