package com.lifeverse.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing to be handed to one target.
 *
 * @param payload what the target gets; empty if it could not be made, so that only the letter is left
 * @param letter what a dead-letter queue gets: the event itself
 * @param acceptedAt from when on its age counts
 * @param retries how often it has been tried again
 * @param scheduledFor the time of a schedule's firing
 */
public record Delivery(
        String id,
        Origin origin,
        String targetArn,
        Optional<String> payload,
        String letter,
        RetryPolicy policy,
        Optional<String> deadLetterArn,
        Instant acceptedAt,
        int retries,
        Instant dueAt,
        Optional<String> scheduledFor) {

    /** A delivery that no schedule made. */
    public Delivery(
            String id,
            Origin origin,
            String targetArn,
            Optional<String> payload,
            String letter,
            RetryPolicy policy,
            Optional<String> deadLetterArn,
            Instant acceptedAt,
            int retries,
            Instant dueAt) {
        this(
                id,
                origin,
                targetArn,
                payload,
                letter,
                policy,
                deadLetterArn,
                acceptedAt,
                retries,
                dueAt,
                Optional.empty());
    }

    Instant deadline() {
        return acceptedAt.plus(policy.maximumAge());
    }

    Delivery retriedAt(Instant due) {
        return new Delivery(
                id,
                origin,
                targetArn,
                payload,
                letter,
                policy,
                deadLetterArn,
                acceptedAt,
                retries + 1,
                due,
                scheduledFor);
    }

    String encoded() {
        var node = Json.object()
                .put("kind", origin.kind().name())
                .put("origin", origin.arn())
                .put("target", targetArn)
                .put("letter", letter)
                .put("maximumRetries", policy.maximumRetries())
                .put("maximumAge", policy.maximumAge().toString())
                .put("acceptedAt", acceptedAt.toString())
                .put("retries", retries)
                .put("dueAt", dueAt.toString());
        origin.roleArn().ifPresent(role -> node.put("role", role));
        scheduledFor.ifPresent(time -> node.put("scheduledFor", time));
        deadLetterArn.ifPresent(arn -> node.put("deadLetters", arn));
        // Most rules pass the event on as it is: then it is kept once.
        payload.filter(text -> !text.equals(letter)).ifPresent(text -> node.put("payload", text));
        node.put("whole", payload.filter(letter::equals).isPresent());
        return Json.text(node);
    }

    static Delivery decoded(String id, String text) {
        var node = Json.read(text);
        var letter = node.path("letter").asText();
        return new Delivery(
                id,
                new Origin(
                        Origin.Kind.valueOf(node.path("kind").asText()),
                        node.path("origin").asText(),
                        text(node, "role")),
                node.path("target").asText(),
                node.path("whole").asBoolean() ? Optional.of(letter) : text(node, "payload"),
                letter,
                new RetryPolicy(
                        node.path("maximumRetries").asInt(),
                        Duration.parse(node.path("maximumAge").asText())),
                text(node, "deadLetters"),
                Instant.parse(node.path("acceptedAt").asText()),
                node.path("retries").asInt(),
                Instant.parse(node.path("dueAt").asText()),
                text(node, "scheduledFor"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}
