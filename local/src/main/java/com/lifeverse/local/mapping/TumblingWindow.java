package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time over which a function sums up the records of a stream, and what it has come to. Windows follow one
 * another from 1970 on; a record is in the one that it was written in.
 *
 * @param state what the function answered last; empty at first
 * @param early whether the state has outgrown its limit, so that the function must let go of it
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">Stateful processing</a>
 */
record TumblingWindow(Instant start, Instant end, ObjectNode state, boolean early) {
    /** How long after its end the records of a window are waited for, when none of a later one comes. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private static final int LARGEST_STATE = 1_048_576;

    /** The window of {@code length} that {@code moment} is in, still without a state. */
    static TumblingWindow around(Instant moment, Duration length) {
        long seconds = length.toSeconds();
        var start = Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
        return new TumblingWindow(start, start.plus(length), Json.object(), false);
    }

    /** The state that a function answers with; without one its answer is a failure. */
    static Optional<ObjectNode> answered(Functions.Answer answer) {
        return Json.parse(answer.payload())
                .map(node -> node.path("state"))
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast);
    }

    TumblingWindow with(ObjectNode next) {
        boolean large = Json.text(next).getBytes(StandardCharsets.UTF_8).length > LARGEST_STATE;
        return new TumblingWindow(start, end, next, large);
    }

    /** The same window with nothing in it. */
    TumblingWindow emptied() {
        return new TumblingWindow(start, end, Json.object(), false);
    }

    boolean isBefore(Instant moment) {
        return !end.isAfter(moment);
    }

    /** Says in an event that it is of this window. */
    void tell(ObjectNode event, String shard, String stream, boolean last) {
        event.putObject("window").put("start", start.toString()).put("end", end.toString());
        event.set("state", state);
        event.put("shardId", shard)
                .put("eventSourceARN", stream)
                .put("isFinalInvokeForWindow", last)
                .put("isWindowTerminatedEarly", early);
    }

    String encoded() {
        var node = Json.object().put("start", start.toString()).put("end", end.toString());
        node.set("state", state);
        return Json.text(node.put("early", early));
    }

    static TumblingWindow decoded(String text) {
        var node = Json.read(text);
        return new TumblingWindow(
                Instant.parse(node.path("start").asText()),
                Instant.parse(node.path("end").asText()),
                (ObjectNode) node.path("state"),
                node.path("early").asBoolean());
    }
}
