package com.lifeverse.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous event as the store keeps it.
 *
 * @param id the request id of all its attempts
 * @param attempts how often the function has run on it
 * @param due when it is to be run next, also by another process than this one
 */
record AsyncEvent(String id, FunctionId function, String payload, int attempts, Instant acceptedAt, Instant due) {
    private static final String RESULT = "Lambda Function Invocation Result - ";
    private static final int TOLD = 1024;

    /** One that has just been accepted. */
    static AsyncEvent accepted(String id, FunctionId function, String payload, Instant now) {
        return new AsyncEvent(id, function, payload, 0, now, now);
    }

    static AsyncEvent parse(@Nullable String json) {
        var node = Json.read(json == null ? "" : json);
        return new AsyncEvent(
                node.path("id").asText(),
                FunctionId.parse(node.path("function").asText()),
                node.path("payload").asText(),
                node.path("attempts").asInt(),
                Instant.parse(node.path("acceptedAt").asText()),
                Instant.parse(node.path("due").asText(node.path("acceptedAt").asText())));
    }

    AsyncEvent triedAgain() {
        return new AsyncEvent(id, function, payload, attempts + 1, acceptedAt, due);
    }

    AsyncEvent dueAt(Instant next) {
        return new AsyncEvent(id, function, payload, attempts, acceptedAt, next);
    }

    String json() {
        return Json.object()
                .put("id", id)
                .put("function", function.arn())
                .put("payload", payload)
                .put("attempts", attempts)
                .put("acceptedAt", acceptedAt.toString())
                .put("due", due.toString())
                .toString();
    }

    /** What a destination is told about the event's end. */
    String record(String condition, Instant now, Optional<Functions.Answer> answer) {
        var record = Json.object().put("version", "1.0").put("timestamp", now.toString());
        record.putObject("requestContext")
                .put("requestId", id)
                .put("functionArn", qualified())
                .put("condition", condition)
                .put("approximateInvokeCount", attempts);
        record.set("requestPayload", lenient(payload));
        answer.ifPresent(last -> {
            var response =
                    record.putObject("responseContext").put("statusCode", 200).put("executedVersion", "$LATEST");
            last.functionError().ifPresent(error -> response.put("functionError", error));
            record.set("responsePayload", lenient(last.payload()));
        });
        return record.toString();
    }

    private String qualified() {
        return function.qualifier().isPresent() ? function.arn() : function.arn() + ":$LATEST";
    }

    /** What a bus is told: an event about the record. */
    String announced(String busArn, String condition, String eventId, Instant now, String record) {
        var event = Json.object()
                .put("version", "0")
                .put("id", eventId)
                .put("detail-type", RESULT + (condition.equals("Success") ? "Success" : "Failure"))
                .put("source", "lambda")
                .put("account", Cloud.ACCOUNT)
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Cloud.REGION);
        event.putArray("resources").add(busArn).add(qualified());
        event.set("detail", Json.read(record));
        return event.toString();
    }

    /** What a dead letter carries beside the payload, as it came. */
    Map<String, String> lastWords(Optional<Functions.Answer> answer) {
        var words = new TreeMap<>(Map.of("RequestID", id));
        answer.map(Functions.Answer::payload).ifPresent(told -> {
            words.put("ErrorCode", "200");
            words.put("ErrorMessage", told.substring(0, Math.min(TOLD, told.length())));
        });
        return words;
    }

    /** What a function answered need not be JSON. */
    private static JsonNode lenient(String payload) {
        return payload.isEmpty()
                ? NullNode.getInstance()
                : Json.parse(payload).orElseGet(() -> TextNode.valueOf(payload));
    }
}
