package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.delivery.EventPath;
import com.lifeverse.local.delivery.InputTemplate;
import com.lifeverse.local.delivery.MatchedEvent;
import com.lifeverse.local.delivery.TargetInput;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Recorded bodies that a rule's target received. */
final class Transformers {
    private static final String KIND = "input-transformers";
    private static final String TIME = "2026-01-01T00:00:00Z";

    private Transformers() {}

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
        var text = Json.text(Recorded.required(file, name, play, "event"))
                .replace("<uuid>", "6f8d3a4e-0000-4000-8000-000000000001")
                .replace("<time>", TIME)
                .replace("<region>", Cloud.REGION);
        var event = new MatchedEvent(
                text,
                (ObjectNode) Json.read(text),
                Cloud.arn("events", "rule/recorded"),
                "recorded",
                Instant.parse(TIME));
        Optional<String> delivered;
        try {
            delivered = input(file, name, play).of(event);
        } catch (IllegalArgumentException e) {
            findings.add("/inputTemplate", "accepted", String.valueOf(e.getMessage()));
            return;
        }
        compare(play, delivered, findings);
    }

    private static TargetInput input(Path file, String name, JsonNode play) {
        if (play.path("inputPath").isTextual()) {
            return new TargetInput.Part(EventPath.parse(play.path("inputPath").textValue()));
        }
        Map<String, String> paths = new LinkedHashMap<>();
        play.path("inputPathsMap")
                .properties()
                .forEach(path -> paths.put(path.getKey(), path.getValue().asText()));
        var template = Recorded.required(file, name, play, "inputTemplate").asText();
        return new TargetInput.Transformed(InputTemplate.parse(paths, template));
    }

    private static void compare(JsonNode play, Optional<String> delivered, Findings.Of findings) {
        var expected = play.get("deliveredBody");
        if (expected == null) {
            delivered.ifPresent(body -> findings.add("/delivered", "false", body));
        } else if (delivered.isEmpty()) {
            findings.add("/deliveredBody", Json.text(expected), "not delivered");
        } else {
            body(expected, delivered.get(), findings);
        }
    }

    private static void body(JsonNode expected, String delivered, Findings.Of findings) {
        var wanted = Json.text(expected).replaceAll("(?<![\\w-])date(?![\\w-])", TIME);
        boolean same = expected.isObject()
                ? Json.parse(delivered)
                        .filter(body -> Json.same(Json.read(wanted), body))
                        .isPresent()
                : Json.read(wanted).asText().equals(delivered);
        if (!same) {
            findings.add("/deliveredBody", wanted, delivered);
        }
    }
}
