package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads values that a schema cannot check whole. What is wrong goes to the violations with its place, and something harmless
 * stands for it, so that all that is wrong is found at once.
 */
public record Values(List<Violation> violations) {
    private static final Span DAY = new Span(Duration.ofDays(1));

    public <T> Optional<T> optional(JsonNode value, Function<JsonNode, T> read) {
        return value.isMissingNode() ? Optional.empty() : Optional.of(read.apply(value));
    }

    Span span(JsonNode text, String pointer) {
        return attempt(
                () -> new Span(Duration.parse(text.asText())),
                DAY,
                pointer,
                "must be a span of whole seconds, from PT1M to P31D");
    }

    public Duration duration(JsonNode text, String pointer) {
        return span(text, pointer).length();
    }

    EventField field(JsonNode text, String pointer) {
        return attempt(
                () -> new EventField(text.asText()),
                new EventField("deduplicationId"),
                pointer,
                "must be a place in the event, such as payload.matchId");
    }

    LocalTime time(JsonNode text, String pointer) {
        return attempt(() -> LocalTime.parse(text.asText()), LocalTime.MIN, pointer, "must be a time such as 22:00");
    }

    public ZoneId zone(JsonNode text, String pointer) {
        return attempt(
                () -> ZoneId.of(text.asText("UTC")),
                ZoneId.of("UTC"),
                pointer,
                "must be a time zone such as Europe/Berlin");
    }

    public <T> T attempt(Supplier<T> read, T instead, String pointer, String message) {
        try {
            return read.get();
        } catch (DateTimeException | IllegalArgumentException _) {
            violations.add(new Violation(pointer, message));
            return instead;
        }
    }
}
