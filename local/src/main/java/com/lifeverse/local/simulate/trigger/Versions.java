package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which triggers were in force when, as the table has it. */
final class Versions {
    /** Engines look for new ones so often. */
    private static final Duration UNSEEN = Duration.ofSeconds(10);

    /** A publication, in force since then. */
    private record Version(Instant since, long number, Map<String, Rule> rules) {}

    private final Stage stage;
    private final List<Version> versions = new ArrayList<>();

    Versions(Stage stage) {
        this.stage = stage;
        versions.add(new Version(Instant.MIN, 0, Map.of()));
    }

    /** Somebody may have published. */
    void look() {
        var current = item("current");
        long number = current.isEmpty() ? 0 : Long.parseLong(Items.number(current, "number"));
        if (number != versions.getLast().number()) {
            versions.add(new Version(stage.now(), number, rules(number)));
        }
    }

    /** What was in force at some moment between, or shortly before, so that an engine may not have seen that it is no more. */
    List<Map<String, Rule>> between(Instant from, Instant to) {
        var seen = new ArrayList<Map<String, Rule>>();
        for (int at = 0; at < versions.size(); at++) {
            var version = versions.get(at);
            var until = at + 1 < versions.size() ? versions.get(at + 1).since() : Instant.MAX;
            if (!version.since().isAfter(to) && !until.isBefore(from.minus(UNSEEN))) {
                seen.add(version.rules());
            }
        }
        return seen;
    }

    /** Every form that a trigger has had. */
    List<Rule> of(String trigger) {
        return versions.stream()
                .flatMap(version -> Optional.ofNullable(version.rules().get(trigger)).stream())
                .toList();
    }

    /** How often something else came in force. */
    long changes() {
        return versions.size() - 1L;
    }

    private Map<String, Rule> rules(long number) {
        var draft = Objects.requireNonNull(
                item("publication#%012d".formatted(number)).get("draft"));
        var packed = draft.b().asByteArray();
        var rules = new TreeMap<String, Rule>();
        documents(packed).properties().forEach(document -> {
            var file = Json.read(document.getValue().asText());
            rules.put(document.getKey(), new Rule(document.getKey(), file));
        });
        return rules;
    }

    private static JsonNode documents(byte[] packed) {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return Json.read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, AttributeValue> item(String sort) {
        return Items.of(stage, "catalogue", sort);
    }
}
