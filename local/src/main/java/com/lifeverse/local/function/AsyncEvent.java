package com.lifeverse.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous event as the store keeps it.
 *
 * @param id the request id of all its attempts
 * @param attempts how often the function has run on it
 */
record AsyncEvent(String id, FunctionId function, String payload, int attempts, Instant acceptedAt) {

    static AsyncEvent parse(@Nullable String json) {
        var node = Json.read(json == null ? "" : json);
        return new AsyncEvent(
                node.path("id").asText(),
                FunctionId.parse(node.path("function").asText()),
                node.path("payload").asText(),
                node.path("attempts").asInt(),
                Instant.parse(node.path("acceptedAt").asText()));
    }

    AsyncEvent triedAgain() {
        return new AsyncEvent(id, function, payload, attempts + 1, acceptedAt);
    }

    String json() {
        return Json.object()
                .put("id", id)
                .put("function", function.arn())
                .put("payload", payload)
                .put("attempts", attempts)
                .put("acceptedAt", acceptedAt.toString())
                .toString();
    }

    /** What a destination is told about the event's end. */
    String record(String condition, Instant now, Optional<Functions.Answer> answer) {
        var record = Json.object().put("version", "1.0").put("timestamp", now.toString());
        record.putObject("requestContext")
                .put("requestId", id)
                .put("functionArn", function.qualifier().isPresent() ? function.arn() : function.arn() + ":$LATEST")
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

    /** What a function answered need not be JSON. */
    private static JsonNode lenient(String payload) {
        return payload.isEmpty()
                ? NullNode.getInstance()
                : Json.parse(payload).orElseGet(() -> TextNode.valueOf(payload));
    }
}
