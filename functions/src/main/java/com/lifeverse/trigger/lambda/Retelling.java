package com.lifeverse.trigger.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.replay.ErasedPlayers;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the engine archived events again, as its queue would, some at a time. */
final class Retelling {
    private static final int AT_ONCE = 100;
    private static final int ATTEMPTS = 5;
    private static final int LISTED = 10;

    private final TriggerEngineFunction engine;
    private final ErasedPlayers erased;
    private final Context context;
    private final ArchiveSpan span;
    private final Optional<TriggerIndex> filter;
    private final EventTypes types = new EventTypes();
    private final ArrayNode failed = Json.mapper().createArrayNode();
    /** Asked once a part about each; what a part comes to is bounded. */
    private final Map<String, Boolean> gone = new HashMap<>();

    private ArrayNode waiting = Json.mapper().createArrayNode();
    private long read;
    private long told;

    /**
     * Begins.
     *
     * @param filter an EventBridge pattern for the events that are meant; all if there is none
     */
    Retelling(TriggerEngineFunction engine, ErasedPlayers erased, Context context, ArchiveSpan span, JsonNode filter) {
        this.engine = engine;
        this.erased = erased;
        this.context = context;
        this.span = span;
        this.filter = filter.isObject() && !filter.isEmpty()
                ? Optional.of(new TriggerIndex(Map.of("filter", filter.toString())))
                : Optional.empty();
    }

    long read() {
        return read;
    }

    /** Takes a line of the archive. One that is no event was none for the engine either. */
    void add(String line) throws IOException {
        read++;
        var event = event(line);
        if (event.isPresent() && isMeant(event.get())) {
            waiting.addObject()
                    .put("messageId", event.get().at("/detail/id").asText())
                    .put("body", event.get().toString());
        }
        if (waiting.size() >= AT_ONCE) {
            end();
        }
    }

    /** Tells what still waits. */
    void end() throws IOException {
        told += waiting.size();
        for (int attempt = 1; attempt <= ATTEMPTS && !waiting.isEmpty(); attempt++) {
            waiting = again(waiting);
        }
        // In the engine's queue they would be dead letters now.
        for (var lost : waiting) {
            if (failed.size() < LISTED) {
                failed.add(lost.path("messageId"));
            }
            told--;
        }
        waiting = Json.mapper().createArrayNode();
    }

    /** What was read and told, and the first of what the engine could not handle. */
    ObjectNode counts() {
        ObjectNode counts = Json.object().put("read", read).put("told", told);
        counts.set("failed", failed);
        return counts;
    }

    private ArrayNode again(ArrayNode records) throws IOException {
        ObjectNode batch = Json.object();
        batch.set("Records", records);
        var answer = new ByteArrayOutputStream();
        engine.handleRequest(new ByteArrayInputStream(Json.mapper().writeValueAsBytes(batch)), answer, context);
        Set<String> back = new HashSet<>();
        Json.mapper()
                .readTree(answer.toByteArray())
                .path("batchItemFailures")
                .forEach(each -> back.add(each.path("itemIdentifier").asText()));
        var left = Json.mapper().createArrayNode();
        records.forEach(record -> {
            if (back.contains(record.path("messageId").asText())) {
                left.add(record);
            }
        });
        return left;
    }

    private Optional<ObjectNode> event(String line) {
        try {
            if (!(Json.read(line) instanceof ObjectNode detail)
                    || !span.holds(Instant.parse(detail.path("time").asText()))) {
                return Optional.empty();
            }
            detail.put("isReplay", true);
            var event = Json.object()
                    .put("version", "0")
                    .put("id", detail.path("id").asText())
                    .put("detail-type", detail.path("type").asText())
                    .put("source", "lifeverse." + detail.path("producer").asText())
                    .put("time", detail.path("time").asText());
            event.putArray("resources");
            event.set("detail", detail);
            return Optional.of(event);
        } catch (JsonProcessingException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private boolean isMeant(ObjectNode event) throws JsonProcessingException {
        boolean heard = types.find(event.path("detail-type").asText())
                .filter(known -> known.type().consumers().contains(EventType.TRIGGER_ENGINE))
                .isPresent();
        return heard
                && (filter.isEmpty() || !filter.get().matching(event.toString()).isEmpty())
                && !gone.computeIfAbsent(event.at("/detail/playerId").asText(), erased::hold);
    }
}
