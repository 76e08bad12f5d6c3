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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recorded bodies that a rule's target received. */
final class Transformers {
    private static final String KIND = "input-transformers";
    private static final Pattern DATE = Pattern.compile("(?<![\\w-])date(?![\\w-])");
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
        var recorded = Recorded.required(file, name, play, "event");
        if (!recorded.isObject()) {
            throw new IllegalArgumentException(file + ": the event of case " + name + " is no object");
        }
        var text = Json.text(recorded)
                .replace("<uuid>", "6f8d3a4e-0000-4000-8000-000000000001")
                .replace("<time>", TIME)
                .replace("<region>", Cloud.REGION);
        var event = new MatchedEvent(
                text,
                (ObjectNode) Json.read(text),
                Cloud.arn("events", "rule/recorded"),
                "recorded",
                Instant.parse(TIME));
        if (!play.path("inputPath").isTextual()) {
            Recorded.required(file, name, play, "inputTemplate");
        }
        Optional<String> delivered;
        try {
            delivered = input(play).of(event);
        } catch (IllegalArgumentException e) {
            findings.add("/inputTemplate", "accepted", String.valueOf(e.getMessage()));
            return;
        }
        compare(file, name, play, delivered, findings);
    }

    private static TargetInput input(JsonNode play) {
        if (play.path("inputPath").isTextual()) {
            return new TargetInput.Part(EventPath.parse(play.path("inputPath").textValue()));
        }
        Map<String, String> paths = new LinkedHashMap<>();
        play.path("inputPathsMap")
                .properties()
                .forEach(path -> paths.put(path.getKey(), path.getValue().asText()));
        var template = play.path("inputTemplate").asText();
        return new TargetInput.Transformed(InputTemplate.parse(paths, template));
    }

    private static void compare(
            Path file, String name, JsonNode play, Optional<String> delivered, Findings.Of findings) {
        if (play.path("delivered").isBoolean() && !play.path("delivered").asBoolean()) {
            delivered.ifPresent(body -> findings.add("/delivered", "false", body));
            return;
        }
        var expected = Recorded.required(file, name, play, "deliveredBody");
        if (delivered.isEmpty()) {
            findings.add("/deliveredBody", Json.text(expected), "not delivered");
        } else if (!isSame(expected, delivered.get())) {
            findings.add("/deliveredBody", Json.text(expected), delivered.get());
        }
    }

    private static boolean isSame(JsonNode expected, String delivered) {
        return expected.isObject()
                ? Json.parse(delivered).filter(body -> isSame(expected, body)).isPresent()
                : isSameText(expected.asText(), delivered);
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            var names = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .allMatch(name ->
                            expected.has(name) && actual.has(name) && isSame(expected.get(name), actual.get(name)));
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            return IntStream.range(0, expected.size()).allMatch(i -> isSame(expected.get(i), actual.get(i)));
        }
        boolean texts = expected.isTextual() && actual.isTextual();
        return texts ? isSameText(expected.textValue(), actual.textValue()) : Json.same(expected, actual);
    }

    /** In a text, {@code date} stands for the event's time. */
    private static boolean isSameText(String expected, String actual) {
        return expected.equals(actual)
                || DATE.splitAsStream(expected + "\0")
                        .map(Pattern::quote)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("(?:" + TIME + "|date)"), Pattern::compile))
                        .matcher(actual + "\0")
                        .matches();
    }
}
