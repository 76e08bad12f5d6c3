package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.schedule.ScheduleExpression;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Recorded schedule expressions that were accepted or refused, by EventBridge Scheduler and by rules. */
final class Expressions {
    private static final String KIND = "schedule-expressions";
    private static final String CASE = KIND + "/validity.json";

    private Expressions() {}

    static KindReport play(Path directory) {
        var file = directory.resolve(KIND).resolve("validity.json");
        var findings = new Findings(KIND);
        if (Recorded.isThere(file)) {
            var root = Recorded.read(file);
            if (!root.path("valid").isObject() && !root.path("invalid").isObject()) {
                throw new IllegalArgumentException(file + ": valid or invalid expressions are expected");
            }
            for (var service : List.of("scheduler", "rule")) {
                accepted(file, service, root.path("valid").path(service), findings);
                refused(file, service, root.path("invalid").path(service), findings);
            }
        }
        return findings.report();
    }

    private static void accepted(Path file, String service, JsonNode expressions, Findings findings) {
        int index = 0;
        for (var expression : texts(file, expressions)) {
            var pointer = "/valid/" + service + "/" + index++;
            var answer = answer(service, expression.asText());
            var found = findings.of(CASE);
            if (!answer.isEmpty()) {
                found.add(pointer, "accepted: " + expression.asText(), answer);
            }
        }
    }

    private static void refused(Path file, String service, JsonNode invalid, Findings findings) {
        int index = 0;
        for (var expression : texts(file, invalid.path("expressions"))) {
            var pointer = "/invalid/" + service + "/expressions/" + index++;
            var answer = answer(service, expression.asText());
            var expected = Recorded.required(file, pointer, invalid, "error").asText() + ": "
                    + Recorded.required(file, pointer, invalid, "message")
                            .asText()
                            .replace("<expr>", expression.asText());
            var found = findings.of(CASE);
            if (!expected.equals(answer)) {
                found.add(pointer, expected, answer.isEmpty() ? "accepted: " + expression.asText() : answer);
            }
        }
    }

    /** A list of texts, which may be missing. */
    private static JsonNode texts(Path file, JsonNode list) {
        boolean isList = list.isMissingNode() || list.isArray();
        for (var each : list) {
            isList &= each.isTextual();
        }
        if (!isList) {
            throw new IllegalArgumentException(file + ": a list of expressions is expected, not " + list);
        }
        return list;
    }

    /** The refusal; empty if it is accepted. */
    private static String answer(String service, String expression) {
        Consumer<String> asked = service.equals("rule")
                ? ScheduleExpression::parseForRule
                : text -> ScheduleExpression.parse(text, ZoneOffset.UTC);
        try {
            asked.accept(expression);
            return "";
        } catch (AwsServiceException e) {
            return e.awsErrorDetails().errorCode() + ": " + e.awsErrorDetails().errorMessage();
        }
    }
}
