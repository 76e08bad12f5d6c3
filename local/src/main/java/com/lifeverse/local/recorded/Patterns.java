package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.bus.EventPattern;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Recorded answers of TestEventPattern. */
final class Patterns {
    private static final String KIND = "event-patterns";
    private static final String SOURCE = "\n at [Source:";

    private Patterns() {}

    static KindReport play(Path directory) {
        var file = directory.resolve(KIND).resolve("cases.json");
        var findings = new Findings(KIND);
        int index = 0;
        for (var play : Recorded.list(file)) {
            var name = Integer.toString(index++);
            play(file, name, play, findings.of(name));
        }
        return findings.report();
    }

    private static void play(Path file, String name, JsonNode play, Findings.Of findings) {
        boolean raw = play.path("raw").asBoolean();
        var pattern = text(Recorded.required(file, name, play, "pattern"), raw);
        var event = text(Recorded.required(file, name, play, "event"), raw);
        String outcome;
        JsonNode error = Json.object();
        try {
            outcome = EventPattern.test(pattern, event) ? "MATCH" : "NO_MATCH";
        } catch (AwsServiceException e) {
            outcome = "EXCEPTION";
            error = Json.object()
                    .put("code", e.awsErrorDetails().errorCode())
                    .put("message", shortened(e.awsErrorDetails().errorMessage()));
        } catch (IllegalArgumentException e) {
            outcome = "a fault: " + e.getMessage();
        }
        var expected = Recorded.required(file, name, play, "outcome").asText();
        if (!expected.equals(outcome)) {
            findings.add("/outcome", expected, outcome + (error.isEmpty() ? "" : " " + Json.text(error)));
        } else if (!error.isEmpty()) {
            compare("code", play.path("error"), error, findings);
            compare("message", play.path("error"), error, findings);
        }
    }

    private static void compare(String member, JsonNode expected, JsonNode actual, Findings.Of findings) {
        var wanted = shortened(expected.path(member).asText());
        if (!wanted.equals(actual.path(member).asText())) {
            findings.add("/error/" + member, wanted, actual.path(member).asText());
        }
    }

    private static String text(JsonNode value, boolean raw) {
        return raw && value.isTextual() ? value.textValue() : Json.text(value);
    }

    private static String shortened(String message) {
        int end = message.indexOf(SOURCE);
        return end < 0 ? message : message.substring(0, end);
    }
}
