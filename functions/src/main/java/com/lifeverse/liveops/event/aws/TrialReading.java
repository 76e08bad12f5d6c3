package com.lifeverse.liveops.event.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.Experiment.Variant;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.event.Ramp.Step;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@code experiment} and {@code ramp} of an event's file, whose form has been checked. */
final class TrialReading {
    private TrialReading() {}

    /** What a schema cannot say of them. */
    static void check(JsonNode file, List<Violation> violations) {
        for (int at = 0; at < file.at("/ramp/steps").size(); at++) {
            var pointer = "/ramp/steps/" + at + "/after";
            var after = file.at(pointer);
            if (after.isTextual() && duration(after).isEmpty()) {
                violations.add(new Violation(pointer, "must be a length such as PT2H, of at most 31 days"));
            }
        }
    }

    static Optional<Experiment> experiment(JsonNode file) {
        var node = file.path("experiment");
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Experiment(
                        node.path("id").asText(),
                        stream(node.path("variants")).map(TrialReading::variant).toList(),
                        node.path("holdout").asInt(0),
                        node.path("lock").asBoolean(true)));
    }

    static Optional<Ramp> ramp(JsonNode file) {
        var node = file.path("ramp");
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Ramp(
                        stream(node.path("steps")).map(TrialReading::step).toList(), texts(node.path("guards"))));
    }

    private static Variant variant(JsonNode node) {
        var overrides = node.path("overrides");
        return new Variant(
                node.path("name").asText(),
                node.path("percent").asInt(),
                overrides.isMissingNode() ? new TreeMap<>() : new TreeMap<>(Json.plain(overrides)));
    }

    private static Step step(JsonNode node) {
        var after = node.path("after").isMissingNode()
                ? Duration.ZERO
                : duration(node.path("after")).orElseThrow();
        return new Step(node.path("percent").asInt(), texts(node.path("regions")), after);
    }

    private static Optional<Duration> duration(JsonNode text) {
        try {
            var duration = Duration.parse(text.asText());
            return duration.isNegative() || duration.toDays() > 31 ? Optional.empty() : Optional.of(duration);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
