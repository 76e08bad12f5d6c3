package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.schema.Rfc3339;
import com.lifeverse.platform.schema.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The body of {@code POST /v1/events}.
 *
 * @param deduplicationId the producer's own name of what happened
 */
record SubmittedEvent(String type, String playerId, String deduplicationId, Instant time, ObjectNode payload) {
    private static final Pattern PLAYER_ID =
            Pattern.compile("ply_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern ANY = Pattern.compile("(?s).*");
    /** How far a server's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** How long a server that cannot reach us may keep its events. */
    private static final Duration BEHIND = Duration.ofHours(24);

    private static final int DEPTH = 32;
    private static final int MOST_VIOLATIONS = 50;

    /**
     * Reads the form.
     *
     * @throws Refused with everything that is wrong with it
     */
    static SubmittedEvent read(ObjectNode body, Instant now) {
        var fields = Fields.of(body).only("type", "playerId", "deduplicationId", "time", "payload");
        var type = fields.text("type", 1, 128);
        var playerId = fields.text("playerId", PLAYER_ID);
        var deduplicationId = fields.text("deduplicationId", 1, 128);
        var time = time(fields, now);
        var payload = fields.object("payload").json();
        fields.check();
        return new SubmittedEvent(type, playerId, deduplicationId, time, payload);
    }

    /**
     * Holds the payload against its event type.
     *
     * @throws Refused with pointers below {@code /payload}
     */
    void check(Schema schema) {
        var violations = new ArrayList<>(schema.violations(payload, "/payload"));
        portable(payload, "/payload", DEPTH, violations);
        if (!violations.isEmpty()) {
            throw new Refused(
                    Problem.INVALID_REQUEST,
                    "The payload does not fit " + type + ".",
                    violations.subList(0, Math.min(violations.size(), MOST_VIOLATIONS)));
        }
    }

    Envelope envelope(String id, String producer) {
        return Envelope.first(id, type, time, playerId, producer, Json.plain(payload))
                .deduplicatedBy(deduplicationId);
    }

    private static Instant time(Fields fields, Instant now) {
        var text = fields.optionalText("time", ANY);
        if (text.isEmpty()) {
            return now;
        }
        var time = Rfc3339.parse(text.get());
        if (time.isEmpty()) {
            // What is not a string at all has been reported by its reading.
            if (fields.json().path("time").isTextual()) {
                fields.violate("time", "must be a time such as 2026-11-20T18:42:07Z (RFC 3339)");
            }
            return now;
        }
        if (time.get().isAfter(now.plus(AHEAD)) || time.get().isBefore(now.minus(BEHIND))) {
            fields.violate("time", "must be at most 5 minutes ahead and 24 hours behind");
        }
        return time.get();
    }

    // What no schema mentions passes, but only if it survives: a number too large for a double and half a character
    // would
    // change on their way.
    private static void portable(JsonNode value, String pointer, int depth, List<Violation> violations) {
        if (depth == 0) {
            violations.add(new Violation(pointer, "is nested too deeply"));
        } else if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            violations.add(new Violation(pointer, "must be a number that fits a double"));
        } else if (value.isTextual() && Fields.hasLoneSurrogate(value.asText())) {
            violations.add(new Violation(pointer, "must be well-formed Unicode"));
        } else if (value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                portable(value.get(at), pointer + "/" + at, depth - 1, violations);
            }
        } else {
            for (var field : value.properties()) {
                var step = field.getKey().replace("~", "~0").replace("/", "~1");
                portable(field.getValue(), pointer + "/" + step, depth - 1, violations);
            }
        }
    }
}
